package io.github.camelvtiger.routes.settings;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The settings of the data sources that syncs name: {@code sql.NAME.url}, {@code .username} and {@code .password}. */
final class DataSourceSettings {

    /** With which they begin. */
    static final String SECTION = "sql";

    private static final Pattern NAME = Pattern.compile("sql\\.([a-z][a-z0-9-]{0,62})\\..+");

    private DataSourceSettings() {}

    /** Those of each data source of which something is set. */
    static Stream<Setting> of(Set<String> given) {
        Set<String> sources = new TreeSet<>();
        given.forEach(name -> NAME.matcher(name).results().forEach(found -> sources.add(found.group(1))));
        return sources.stream()
                .map(source -> SECTION + "." + source)
                .flatMap(source -> Stream.of(
                        Setting.address(source + ".url", new DatabaseUrl()),
                        Setting.optional(source + ".username", Check.ANY),
                        Setting.secret(source + ".password")));
    }
}
