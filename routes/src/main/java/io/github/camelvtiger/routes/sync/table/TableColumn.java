package io.github.camelvtiger.routes.sync.table;

/**
 * A column of a table.
 *
 * @param field the module's field of which it has the value; empty for those of this application
 * @param comment what people call the field
 */
public record TableColumn(String name, String field, ColumnType type, String comment) {

    TableColumn ofType(ColumnType other) {
        return new TableColumn(name, field, other, comment);
    }

    /** Whether it is of this application, and no field's. */
    boolean isOwn() {
        return field.isEmpty();
    }
}
