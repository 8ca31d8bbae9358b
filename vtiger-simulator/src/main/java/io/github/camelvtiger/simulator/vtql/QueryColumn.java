package io.github.camelvtiger.simulator.vtql;

import io.github.camelvtiger.simulator.metadata.Column;
import io.github.camelvtiger.simulator.metadata.FieldMetadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.store.Collation;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.Comparator;
import java.util.Optional;

/** A field as a column of the database: how its values compare. */
final class QueryColumn {

    /** What the database takes the values for. */
    enum Kind {
        /** The record's own number. */
        ID,
        /** The number of another record; 0 for none. */
        REFERENCE,
        OWNER,
        NUMBER,
        DATE,
        DATETIME,
        TEXT
    }

    private final String field;
    private final FieldMetadata metadata;
    private final int index;
    private final Kind kind;

    private QueryColumn(FieldMetadata metadata, int index, Kind kind) {
        this.field = metadata.name();
        this.metadata = metadata;
        this.index = index;
        this.kind = kind;
    }

    /** @return empty for a field the module does not have, or does not show */
    static Optional<QueryColumn> of(ModuleMetadata module, String field) {
        return module.field(field).flatMap(found -> of(module, found));
    }

    /** @return empty for a field that the module does not show */
    static Optional<QueryColumn> of(ModuleMetadata module, FieldMetadata metadata) {
        if (!metadata.answered()) {
            return Optional.empty();
        }
        Kind kind =
                switch (metadata.type()) {
                    case "reference" -> Kind.REFERENCE;
                    case "owner" -> Kind.OWNER;
                    default -> stored(metadata.column().kind());
                };
        return Optional.of(new QueryColumn(
                metadata, module.fieldIndex(metadata.name()), "id".equals(metadata.name()) ? Kind.ID : kind));
    }

    private static Kind stored(Column.Kind kind) {
        return switch (kind) {
            case INT, DECIMAL -> Kind.NUMBER;
            case DATE -> Kind.DATE;
            case DATETIME -> Kind.DATETIME;
            case TEXT, TIME -> Kind.TEXT;
        };
    }

    String field() {
        return field;
    }

    /** The place of the field in its module. */
    int index() {
        return index;
    }

    Kind kind() {
        return kind;
    }

    /** @return the value as answers have it, which may be null */
    String answer(String text) {
        return metadata.answer(text);
    }

    /** The value as the server gives it out. */
    String text(StoredRow row) {
        if (kind == Kind.ID) {
            return row.id();
        }
        return row.text(index);
    }

    /** Empty numbers and dates are NULL in the database: no test is true for them. */
    boolean isNull(StoredRow row) {
        return switch (kind) {
            case NUMBER, DATE, DATETIME -> text(row).isEmpty();
            case TEXT -> row.isNull(index);
            // In a table of its own there is no row for none.
            case REFERENCE -> row.isNull(index) || !metadata.table().isEmpty() && number(row) == 0;
            case ID, OWNER -> false;
        };
    }

    /** The value as MySQL takes it where a number is wanted. */
    double number(StoredRow row) {
        return switch (kind) {
            case ID -> row.number();
            case REFERENCE, OWNER -> SqlLiteral.number(row.referredNumber(index));
            case DATE, DATETIME -> SqlLiteral.number(text(row).replaceAll("\\D", ""));
            case NUMBER, TEXT -> SqlLiteral.number(text(row));
        };
    }

    /** The value as a LIKE sees it. */
    String likeText(StoredRow row) {
        return switch (kind) {
            case ID, REFERENCE, OWNER -> String.valueOf((long) number(row));
            default -> text(row);
        };
    }

    /** Whether its values are ids of records. */
    boolean isOfRecords() {
        return kind == Kind.ID || kind == Kind.REFERENCE || kind == Kind.OWNER;
    }

    boolean isNumeric() {
        return isOfRecords() || kind == Kind.NUMBER;
    }

    /** Nothing comes first, as NULL does in MySQL. */
    Comparator<StoredRow> order() {
        if (kind == Kind.ID) {
            return Comparator.comparingLong(StoredRow::number);
        }
        if (isNumeric()) {
            Comparator<StoredRow> nullsFirst = Comparator.comparing(row -> !isNull(row));
            return nullsFirst.thenComparingDouble(this::number);
        }
        Comparator<StoredRow> texts = (left, right) -> Collation.compare(text(left), text(right));
        return kind == Kind.TEXT
                ? Comparator.comparing((StoredRow row) -> !isNull(row)).thenComparing(texts)
                : texts;
    }
}
