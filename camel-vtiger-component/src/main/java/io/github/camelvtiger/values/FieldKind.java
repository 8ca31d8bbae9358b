package io.github.camelvtiger.values;

import io.github.camelvtiger.client.ModuleDescription.Field;

/** What a field holds, by the type that {@code describe} reports ({@code webservice.md §6}). */
enum FieldKind {
    FLAG,
    INTEGER,
    NUMBER,
    DATE,
    MOMENT,
    TIME,
    CHOICE,
    CHOICES,
    REFERENCE,
    TEXT;

    static FieldKind of(Field field) {
        return switch (field.type()) {
            case "boolean" -> FLAG;
            case "integer" -> INTEGER;
            case "double", "decimal", "currency", "percent", "percentage" -> NUMBER;
            case "date" -> DATE;
            case "datetime" -> MOMENT;
            case "time" -> TIME;
            case "picklist" -> CHOICE;
            case "multipicklist" -> CHOICES;
            case "reference", "owner" -> REFERENCE;
            default -> TEXT;
        };
    }

    /** Whether blanks mean nothing to it. */
    boolean isStrict() {
        return this != TEXT && this != CHOICE;
    }
}
