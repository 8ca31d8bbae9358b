package io.github.camelvtiger.simulator.metadata;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The types a custom field may have, each with what the server makes of it when the field is added by hand. */
enum CustomFieldType {
    STRING(1, "", "text(255)"),
    TEXT(21, "", "text"),
    INTEGER(7, "I", "int"),
    DOUBLE(7, "N", "decimal(12,2)"),
    PERCENT(9, "N", "decimal(5,2)"),
    CURRENCY(71, "N", "decimal(25,8)"),
    BOOLEAN(56, "", "text(3)"),
    DATE(5, "", "date"),
    TIME(14, "", "time"),
    DATETIME(70, "", "datetime"),
    PICKLIST(15, "", "text(255)"),
    MULTIPICKLIST(33, "", "text"),
    REFERENCE(10, "I", "int"),
    OWNER(53, "", "int"),
    PHONE(11, "", "text(30)"),
    EMAIL(13, "", "text(50)"),
    URL(17, "", "text(255)"),
    SKYPE(85, "", "text(255)");

    private final int uiType;
    private final String number;
    private final String column;

    CustomFieldType(int uiType, String number, String column) {
        this.uiType = uiType;
        this.number = number;
        this.column = column;
    }

    static Optional<CustomFieldType> named(String name) {
        return Arrays.stream(values())
                .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values())
                .map(type -> type.name().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    int uiType() {
        return uiType;
    }

    /** As {@link FieldMetadata#number()}. */
    String number() {
        return number;
    }

    /** As {@link Column#parse} takes it. */
    String column() {
        return column;
    }

    /** As {@code describe} names it: a percentage is a double. */
    String described() {
        return this == PERCENT ? "double" : name().toLowerCase(Locale.ROOT);
    }

    boolean hasValues() {
        return this == PICKLIST || this == MULTIPICKLIST;
    }
}
