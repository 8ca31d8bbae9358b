package io.github.camelvtiger.routes.sync.definition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads what {@code from} says of a table. */
final class StagingEnd {

    private final Section section;

    StagingEnd(Section section) {
        this.section = section;
    }

    /** Empty if it has faults. */
    Optional<Source> source() {
        section.allow(SyncKeys.FROM_TABLE);
        Optional<String> source = new DataSourceName(section).read();
        Optional<String> name = section.text("name").map(Scalar::value);
        if (!section.has("name")) {
            section.fault(
                    "", "The section 'from' does not say which table of the database is read; add 'name: TABLE'.");
        }
        List<String> key = EndReader.values(section.texts("key"));
        String status = column("status");
        String id = column("id");
        String error = column("error");
        Set<String> different = new TreeSet<>();
        for (String column : List.of(status, id, error)) {
            if (!different.add(column.toLowerCase(Locale.ROOT))) {
                section.fault(
                        "",
                        "The column '" + column
                                + "' has more than one purpose; name different columns in 'status', 'id' and 'error'.");
            }
        }
        return source.flatMap(database -> name.map(table -> new Source.Table(database, table, key, status, id, error)));
    }

    private String column(String key) {
        return section.text(key).map(Scalar::value).orElse("_" + key);
    }
}
