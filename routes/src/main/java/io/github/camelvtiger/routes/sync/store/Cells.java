package io.github.camelvtiger.routes.sync.store;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The cells of a row as texts of two columns: JSON, and what JSON does not say, which of its texts are times. */
final class Cells {

    private Cells() {}

    static Map<String, String> temporals(Map<String, ?> cells) {
        Map<String, String> types = new LinkedHashMap<>();
        cells.forEach((column, value) -> type(value).ifPresent(type -> types.put(column, type)));
        return types;
    }

    private static Optional<String> type(Object value) {
        if (value instanceof LocalDate) {
            return Optional.of("date");
        }
        return value instanceof LocalDateTime
                ? Optional.of("datetime")
                : value instanceof LocalTime ? Optional.of("time") : Optional.empty();
    }

    /** @param temporals null if none were kept */
    static Map<String, Object> of(String json, String temporals) {
        Map<String, Object> cells = StoredJson.record(json);
        if (temporals != null) {
            StoredJson.record(temporals)
                    .forEach((column, type) -> cells.computeIfPresent(
                            column, (same, value) -> typed(String.valueOf(type), value.toString())));
        }
        return cells;
    }

    private static Object typed(String type, String text) {
        return switch (type) {
            case "date" -> LocalDate.parse(text);
            case "time" -> LocalTime.parse(text);
            default -> LocalDateTime.parse(text);
        };
    }
}
