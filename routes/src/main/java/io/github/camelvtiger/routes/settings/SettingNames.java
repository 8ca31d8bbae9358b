package io.github.camelvtiger.routes.settings;

import io.github.camelvtiger.names.NearestNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The names under which something is set that the application does not know.
 *
 * @param given in files or as system properties
 */
record SettingNames(Set<String> given, KnownSettings known) {

    /** So many letters may a name differ from one of ours and still be meant as that. */
    private static final int SLIP = 2;

    /** Names that begin like ours, and those that were ours. */
    List<SettingFault> faults() {
        List<SettingFault> faults = new ArrayList<>(unknown());
        known.former().forEach((name, remedy) -> {
            if (given.contains(name)) {
                faults.add(new SettingFault(name, "There is no setting " + name + " any more; " + remedy + "."));
            }
        });
        return faults;
    }

    private List<SettingFault> unknown() {
        return new TreeSet<>(given)
                .stream()
                        .filter(name -> known.hasSection(Setting.sectionOf(name)))
                        .filter(name -> !known.names().contains(name))
                        .map(name -> new SettingFault(name, "There is no setting " + name + "; " + meant(name) + "."))
                        .toList();
    }

    private String meant(String name) {
        List<String> nearest = NearestNames.of(name, known.names());
        if (!nearest.isEmpty()) {
            return "you probably mean " + nearest.get(0);
        }
        String section = Setting.sectionOf(name);
        if (section.equals(DataSourceSettings.SECTION)) {
            return "write sql.NAME.url, sql.NAME.username and sql.NAME.password for a data source, its NAME in small letters,"
                    + " digits and '-'";
        }
        return "those that begin with " + section + " are "
                + known.all().stream()
                        .filter(setting -> setting.section().equals(section))
                        .map(Setting::name)
                        .collect(Collectors.joining(", "));
    }

    /** Names that do not begin like ours, but are nearly one: they may be the user's own. */
    List<String> warnings() {
        return new TreeSet<>(given)
                .stream()
                        .filter(name -> !known.hasSection(Setting.sectionOf(name)))
                        .flatMap(name -> nearly(name).stream())
                        .toList();
    }

    private Optional<String> nearly(String name) {
        return known.names().stream()
                .filter(ours -> NearestNames.distance(name, ours) <= SLIP)
                .findFirst()
                .map(ours -> "The application has no setting " + name + " and ignores it; if you mean " + ours
                        + ", correct the name.");
    }
}
