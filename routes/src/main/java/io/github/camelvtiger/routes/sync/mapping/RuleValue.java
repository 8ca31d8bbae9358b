package io.github.camelvtiger.routes.sync.mapping;

import io.github.camelvtiger.routes.sync.definition.FieldRule;
import io.github.camelvtiger.routes.sync.rows.CellText;
import io.github.camelvtiger.routes.sync.rows.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The value of a field as a rule takes it from a row, before it is made one of the field's type. */
final class RuleValue {

    /** What the server keeps between several values ({@code webservice.md §6}). */
    private static final String SERVERS_LIST = "|##|";

    /** What a row says nothing of. */
    private static final Object ABSENT = new Object();

    private final FieldRule rule;
    private final Function<Row, Object> origin;
    private final Optional<Pattern> list;
    private final boolean emptyClears;

    /**
     * @param value null, an empty text or an empty list clears the field
     * @param written whether the sync file says it, and not the row: it is then not read by the patterns of the rule
     */
    record Given(Object value, boolean written) {}

    /**
     * @param list what separates several values; empty for a field that has one
     * @param emptyClears whether an empty text says that the field is empty, as in a record of a CRM; in a file it says
     *     nothing
     */
    RuleValue(FieldRule rule, Function<Row, Object> origin, Optional<String> list, boolean emptyClears) {
        this.rule = rule;
        this.origin = origin;
        this.list =
                list.map(separator -> Pattern.compile(Pattern.quote(SERVERS_LIST) + "|" + Pattern.quote(separator)));
        this.emptyClears = emptyClears;
    }

    /** The values of one or several columns. */
    static Function<Row, Object> ofColumns(List<String> columns, String join) {
        if (columns.size() == 1) {
            return row -> row.cells().getOrDefault(columns.get(0), ABSENT);
        }
        return row -> {
            List<String> texts = new ArrayList<>();
            boolean present = false;
            for (String column : columns) {
                present |= row.cells().containsKey(column);
                String text = Words.text(row.cells().get(column));
                if (!text.isEmpty()) {
                    texts.add(text);
                }
            }
            return present ? String.join(join, texts) : ABSENT;
        };
    }

    /** Empty if the row says nothing of the field, which then stays as it is. */
    Optional<Given> of(Row row) {
        if (rule.constant().isPresent()) {
            return Optional.of(new Given(several(rule.constant().get()), true));
        }
        Object given = origin.apply(row);
        boolean expression = rule.from().isEmpty();
        Object value = given == ABSENT ? null : several(piece(given));
        if (Words.isEmpty(value)) {
            if (rule.fallback().isPresent()) {
                return Optional.of(new Given(several(rule.fallback().get()), true));
            }
            boolean clears = given == null && !expression || given != ABSENT && given != null && emptyClears;
            // In JSON a list without elements is a list.
            return clears ? Optional.of(new Given(value instanceof List<?> ? value : "", false)) : Optional.empty();
        }
        return Optional.of(translated(value));
    }

    private Object piece(Object value) {
        if (rule.split().isEmpty() || value == null) {
            return value;
        }
        List<String> pieces = Arrays.stream(
                        Words.text(value).split(Pattern.quote(rule.split().get())))
                .map(CellText::strip)
                .filter(piece -> !piece.isEmpty())
                .toList();
        int index = rule.part() > 0 ? rule.part() - 1 : pieces.size() + rule.part();
        return index >= 0 && index < pieces.size() ? pieces.get(index) : "";
    }

    private Object several(Object value) {
        if (list.isEmpty() || !(value instanceof CharSequence text)) {
            return value;
        }
        return Arrays.stream(list.get().split(text))
                .map(CellText::strip)
                .filter(element -> !element.isEmpty())
                .toList();
    }

    private Given translated(Object value) {
        if (rule.values().isEmpty()) {
            return new Given(value, false);
        }
        if (value instanceof List<?> elements) {
            List<Object> translated = new ArrayList<>();
            elements.forEach(element -> translated.add(
                    translation(element).<Object>map(text -> text).orElse(element)));
            return new Given(translated, false);
        }
        return translation(value).map(text -> new Given(text, true)).orElseGet(() -> new Given(value, false));
    }

    /** As it is written, else without regard to case. */
    private Optional<String> translation(Object value) {
        String text = Words.text(value);
        return Optional.ofNullable(rule.values().get(text)).or(() -> rule.values().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(text))
                .map(java.util.Map.Entry::getValue)
                .findFirst());
    }
}
