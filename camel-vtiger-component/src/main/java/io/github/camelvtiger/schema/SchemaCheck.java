package io.github.camelvtiger.schema;

import io.github.camelvtiger.names.NearestNames;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compares a value with a JSON Schema and names all that is wrong, each with its path. It knows the keywords that the schemas
 * of this package and of the actions have, and asserts formats.
 */
public final class SchemaCheck {

    private static final int LONGEST_SHOWN = 40;
    private static final int MOST_SHOWN = 8;

    private final List<String> faults = new ArrayList<>();
    private boolean outdated;

    private SchemaCheck() {}

    /**
     * @param faults to be joined by semicolons; none if the value fits
     * @param outdated whether one of them is a name or a choice that the schema does not have, and may be new
     */
    public record Findings(List<String> faults, boolean outdated) {}

    /** @param value of JSON: Map, Collection, text, Number, Boolean or null */
    public static Findings of(Map<String, ?> schema, Object value) {
        SchemaCheck check = new SchemaCheck();
        check.check(schema, value, "");
        return new Findings(check.faults, check.outdated);
    }

    private void check(Map<String, ?> schema, Object value, String path) {
        List<String> types = types(schema);
        if (!types.isEmpty() && types.stream().noneMatch(type -> isOf(type, value))) {
            add(path, "must be " + types.stream().map(SchemaCheck::article).collect(Collectors.joining(" or ")));
            return;
        }
        int before = faults.size();
        checkChoice(schema, value, path);
        if (value instanceof CharSequence text && faults.size() == before) {
            checkText(schema, text.toString(), path);
        } else if (value instanceof Number number) {
            checkNumber(schema, number, path);
        } else if (value instanceof Collection<?> elements) {
            checkElements(schema, elements, path);
        } else if (value instanceof Map<?, ?> object) {
            checkObject(schema, object, path);
        }
    }

    private static List<String> types(Map<String, ?> schema) {
        Object type = schema.get("type");
        return type == null ? List.of() : type instanceof String one ? List.of(one) : list(type);
    }

    private static boolean isOf(String type, Object value) {
        return switch (type) {
            case "null" -> value == null;
            case "string" -> value instanceof CharSequence;
            case "boolean" -> value instanceof Boolean;
            case "number" -> value instanceof Number;
            case "integer" -> value instanceof Number number && isWhole(number);
            case "array" -> value instanceof Collection;
            default -> value instanceof Map;
        };
    }

    private static boolean isWhole(Number number) {
        try {
            return decimal(number).stripTrailingZeros().scale() <= 0;
        } catch (NumberFormatException notFinite) {
            return false;
        }
    }

    private static BigDecimal decimal(Number number) {
        return new BigDecimal(number.toString());
    }

    private static String article(String type) {
        return switch (type) {
            case "null" -> "null";
            case "array" -> "an array";
            case "integer" -> "a whole number";
            case "object" -> "an object";
            default -> "a " + type;
        };
    }

    private void checkChoice(Map<String, ?> schema, Object value, String path) {
        if (schema.containsKey("const") && !Objects.equals(schema.get("const"), value)) {
            add(path, "must be " + schema.get("const"));
        }
        if (schema.get("enum") instanceof List<?> choices && !choices.contains(value)) {
            outdated = true;
            List<String> texts = choices.stream()
                    .filter(choice -> choice != null && !"".equals(choice))
                    .map(String::valueOf)
                    .toList();
            List<String> nearest = value == null ? List.of() : NearestNames.of(value.toString(), texts);
            List<String> offered =
                    nearest.isEmpty() ? texts.stream().limit(MOST_SHOWN).toList() : nearest;
            add(
                    path,
                    shown(schema, value) + "is not one of its values; "
                            + (nearest.isEmpty()
                                    ? "they are " + String.join(", ", offered)
                                            + (texts.size() > offered.size() ? " and others" : "")
                                    : "did you mean " + String.join(" or ", offered) + "?"));
        }
    }

    private void checkText(Map<String, ?> schema, String text, String path) {
        long length = text.codePoints().count();
        if (length < number(schema, "minLength", 0)) {
            add(path, "must not be empty");
        } else if (length > number(schema, "maxLength", Integer.MAX_VALUE)) {
            add(path, "has " + length + " characters, but " + schema.get("maxLength") + " is the most");
        } else if (schema.get("pattern") instanceof String pattern
                && !Pattern.compile(pattern).matcher(text).find()) {
            add(path, shown(schema, text) + "is not " + wanted(schema, pattern));
        } else if (schema.get("anyOf") instanceof List<?> forms
                && forms.stream().noneMatch(form -> hasForm(map(form), text))) {
            add(
                    path,
                    shown(schema, text) + "is not "
                            + Formats.example(String.valueOf(map(forms.get(0)).get("format"))));
        } else if (schema.containsKey("format") && !hasForm(schema, text)) {
            add(path, shown(schema, text) + "is not " + Formats.example(String.valueOf(schema.get("format"))));
        }
    }

    private static String wanted(Map<String, ?> schema, String pattern) {
        if (schema.get("description") instanceof String description) {
            return Character.toLowerCase(description.charAt(0))
                    + description.substring(1).replaceFirst("[.]$", "");
        }
        List<String> types = types(schema);
        return types.contains("integer")
                ? "a whole number"
                : types.contains("number") ? "a number" : "of the form " + pattern;
    }

    private static boolean hasForm(Map<String, ?> form, String text) {
        if (form.get("pattern") instanceof String pattern) {
            return Pattern.compile(pattern).matcher(text).find();
        }
        if (form.containsKey("maxLength")) {
            return text.length() <= number(form, "maxLength", 0);
        }
        return Formats.fit(String.valueOf(form.get("format")), text);
    }

    private void checkNumber(Map<String, ?> schema, Number number, String path) {
        BigDecimal value = decimal(number);
        if (schema.get("minimum") instanceof Number least && value.compareTo(decimal(least)) < 0) {
            add(path, "is less than " + least);
        }
        if (schema.get("maximum") instanceof Number most && value.compareTo(decimal(most)) > 0) {
            add(path, "is more than " + most);
        }
    }

    private void checkElements(Map<String, ?> schema, Collection<?> elements, String path) {
        if (elements.size() < number(schema, "minItems", 0)) {
            add(path, "must not be empty");
        }
        if (schema.get("items") instanceof Map<?, ?> each) {
            int index = 0;
            for (Object element : elements) {
                check(map(each), element, path + "[" + index++ + "]");
            }
        }
    }

    private void checkObject(Map<String, ?> schema, Map<?, ?> object, String path) {
        Map<String, ?> properties = map(schema.get("properties"));
        list(schema.get("required")).stream()
                .filter(name -> !object.containsKey(name) || isMissing(map(properties.get(name)), object.get(name)))
                .forEach(name -> add(path(path, name), "is missing"));
        if (object.size() < number(schema, "minProperties", 0)) {
            add(path, "must not be empty");
        }
        object.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (properties.containsKey(name)) {
                Map<String, ?> property = map(properties.get(name));
                if (!list(schema.get("required")).contains(name) || !isMissing(property, value)) {
                    check(property, value, path(path, name));
                }
            } else if (Boolean.FALSE.equals(schema.get("additionalProperties"))) {
                outdated = true;
                List<String> nearest = NearestNames.of(name, properties.keySet());
                add(
                        path(path, shortened(name)),
                        "is not known"
                                + (nearest.isEmpty() ? "" : "; did you mean " + String.join(" or ", nearest) + "?"));
            }
        });
    }

    /** A null says as much as nothing, unless the schema takes it. */
    private static boolean isMissing(Map<String, ?> schema, Object value) {
        List<String> types = types(schema);
        return value == null && !types.isEmpty() && !types.contains("null");
    }

    private void add(String path, String fault) {
        faults.add((path.isEmpty() ? "it " : "'" + path + "' ") + fault);
    }

    private static String path(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String shown(Map<String, ?> schema, Object value) {
        return Boolean.TRUE.equals(schema.get("writeOnly"))
                ? ""
                : "is '" + shortened(String.valueOf(value)) + "', which ";
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "..." : line;
    }

    private static long number(Map<String, ?> schema, String keyword, long otherwise) {
        return schema.get(keyword) instanceof Number number ? number.longValue() : otherwise;
    }

    @SuppressWarnings("unchecked") // a schema is JSON
    private static Map<String, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, ?>) map : Map.of();
    }

    @SuppressWarnings("unchecked") // required and type are lists of texts
    private static List<String> list(Object value) {
        return value instanceof List<?> list ? (List<String>) list : List.of();
    }
}
