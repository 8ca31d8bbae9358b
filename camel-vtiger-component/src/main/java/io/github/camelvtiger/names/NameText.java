package io.github.camelvtiger.names;

import io.github.camelvtiger.client.ModuleDescription.Field;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names as they are compared: case and the number of spaces make no difference. */
final class NameText {

    private static final Pattern ID = Pattern.compile("\\s*\\d+x\\d+\\s*");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private NameText() {}

    static String folded(String name) {
        return SPACES.matcher(name.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    static String text(Object value) {
        return Objects.toString(value, "");
    }

    /** Values that are not empty, with a space between them, as the server makes a label. */
    static String joined(Map<String, Object> row, Collection<String> fields) {
        return fields.stream()
                .map(field -> text(row.get(field)).strip())
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** What a field of an owner or a reference holds that is to be looked up; empty for an id or nothing. */
    static Optional<String> nameIn(Field field, Object value) {
        boolean refers = field.type().equals("owner") || field.type().equals("reference");
        return refers
                        && value instanceof CharSequence text
                        && !text.toString().isBlank()
                        && !ID.matcher(text).matches()
                ? Optional.of(text.toString().strip())
                : Optional.empty();
    }

    /** @param ids at least two */
    static String ambiguous(List<String> ids) {
        String shown = ids.stream().limit(10).collect(Collectors.joining(", "));
        return "may mean " + ids.size() + " records (" + shown + (ids.size() > 10 ? ", ..." : "")
                + "); give the id of one";
    }
}
