package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.rows.Row;
import java.util.Optional;

/** Which rows say that their record is to be deleted, and which record that is. */
interface DeletedRows {

    /** A sync that deletes nothing. */
    DeletedRows NONE = row -> Optional.empty();

    /** Empty for a row whose record is to be written. */
    Optional<RowTarget> of(Row row);
}
