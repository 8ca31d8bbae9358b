package io.github.camelvtiger.routes.sync.definition;

import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a database in {@code table:}. */
record DataSourceName(Section section) {

    /** Part of the names of settings, and of a directory. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    /** Empty if it is not possible. */
    Optional<String> read() {
        return section.text("table").filter(this::isPossible).map(Scalar::value);
    }

    private boolean isPossible(Scalar name) {
        if (NAME.matcher(name.value()).matches()) {
            return true;
        }
        section.refuse(
                "table",
                name,
                "is not possible as the name of a data source; use small letters, digits and '-', and set its address by"
                        + " sql.NAME.url in application.properties.");
        return false;
    }
}
