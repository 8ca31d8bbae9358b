package io.github.camelvtiger.values;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.names.NearestNames;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What may be wrong with the value of one field; each fault one sentence with the field, the value and the fix. */
final class FieldCheck {

    private static final int LONGEST_SHOWN = 40;

    private final String module;
    private final Map<String, Integer> prefixes;

    FieldCheck(String module, Map<String, Integer> prefixes) {
        this.module = module;
        this.prefixes = prefixes;
    }

    /** @param outdated whether a newer description may not have it */
    record Fault(String sentence, boolean outdated) {}

    Optional<Fault> fault(Field field, WireValue value) {
        if (value.fault().isPresent()) {
            return lasting(sentence(field, value.value(), value.fault().get()));
        }
        String text = value.value() == null ? "" : value.value().toString();
        if (text.isBlank()) {
            return field.mandatory() && !ServerMade.field(field.name()) ? lasting(missing(field)) : Optional.empty();
        }
        return switch (field.type()) {
            case "picklist" -> choice(field, List.of(text));
            case "multipicklist" -> choice(field, MultiPicklistText.values(text));
            case "reference", "owner" -> reference(field, text);
            default -> length(field, text);
        };
    }

    private static Optional<Fault> lasting(String sentence) {
        return Optional.of(new Fault(sentence, false));
    }

    /**
     * @param value null if it is not to be shown
     * @param fault continues "The value x of y "
     */
    static String sentence(Field field, Object value, String fault) {
        return "The value " + (value == null ? "" : shown(field, value) + " ") + "of " + field.name() + " ("
                + field.type() + ") " + fault + ".";
    }

    /** The same of a field that the module does not have, or of a part of the record. */
    static String sentence(String name, String fault) {
        return "The value of " + name + " " + fault + ".";
    }

    private static String shown(Field field, Object value) {
        if (field.type().equals("password")) {
            return "given";
        }
        String text = String.valueOf(value).replaceAll("\\p{Cntrl}", " ");
        return "'" + (text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text) + "'";
    }

    String missing(Field field) {
        return "The field " + field.name() + " (" + field.label() + ") of " + module
                + " is mandatory and has no value; give it one.";
    }

    /** The name that was meant by one that differs from it in case only; the server knows them apart. */
    static Optional<String> caseTwin(String name, ModuleDescription description) {
        Stream<String> parts =
                LineItems.MODULES.contains(description.name()) ? Stream.of(LineItems.FIELD) : Stream.empty();
        return Stream.concat(description.fields().stream().map(Field::name), parts)
                .filter(known -> known.equalsIgnoreCase(name) && !known.equals(name))
                .findFirst();
    }

    String otherCase(String name, String meant) {
        return "There is no field '" + name + "' in " + module + "; write " + meant
                + ", since names are case-sensitive.";
    }

    String readOnly(Field field) {
        return "The field " + field.name() + " of " + module + " is read-only; leave it out.";
    }

    String unknown(String name, ModuleDescription description) {
        List<String> byLabel = description.fields().stream()
                .filter(field -> field.label().equalsIgnoreCase(name))
                .map(Field::name)
                .toList();
        List<String> nearest = byLabel.isEmpty()
                ? NearestNames.of(
                        name, description.fields().stream().map(Field::name).toList())
                : byLabel;
        return "There is no field '" + name + "' in " + module + "; "
                + (nearest.isEmpty()
                        ? "names are case-sensitive; describe lists them."
                        : "did you mean " + String.join(" or ", nearest) + "?");
    }

    private Optional<Fault> choice(Field field, Collection<String> chosen) {
        List<String> known = field.picklistValues();
        Optional<String> stranger = chosen.stream()
                .filter(value -> !known.isEmpty() && !known.contains(value) && !isTask(field, value))
                .findFirst();
        return stranger.map(value -> {
            List<String> nearest = NearestNames.of(value, known);
            List<String> offered = nearest.isEmpty() ? known.stream().limit(8).toList() : nearest;
            return new Fault(
                    sentence(
                            field,
                            value,
                            "is not in its list; write "
                                    + (nearest.isEmpty() && known.size() > offered.size()
                                            ? "one of those that describe lists, such as "
                                            : "")
                                    + String.join(" or ", offered)),
                    true);
        });
    }

    /** It makes an activity a task, and is not in the list ({@code webservice.md §10}). */
    private static boolean isTask(Field field, String value) {
        return field.name().equals("activitytype") && value.equals("Task");
    }

    /** The owner or reference must be an id, and of a module that the field may point to. */
    Optional<Fault> reference(Field field, String text) {
        List<String> targets = targets(field);
        if (text.isBlank() || targets.isEmpty()) {
            return Optional.empty();
        }
        if (!RecordId.isOne(text)) {
            return lasting(sentence(
                    field,
                    text,
                    "is not the id of a record; write it like 11x3, or set resolveNames=true to give names"));
        }
        int prefix = RecordId.parse(text).prefix();
        boolean fits = targets.stream().anyMatch(target -> Objects.equals(prefixes.get(target), prefix));
        boolean isOfAnother =
                prefixes.containsValue(prefix) || prefixes.keySet().containsAll(targets);
        return !fits && isOfAnother ? Optional.of(new Fault(foreign(field, text), true)) : Optional.empty();
    }

    private String foreign(Field field, String text) {
        List<String> targets = targets(field);
        String begin = targets.stream()
                .filter(prefixes::containsKey)
                .map(target -> prefixes.get(target) + "x")
                .distinct()
                .collect(Collectors.joining(" or "));
        return sentence(
                field,
                text,
                "is not a record of " + String.join(" or ", targets)
                        + (begin.isEmpty() ? "" : ", whose ids begin with " + begin));
    }

    /** The modules that an owner or a reference may point to; none if describe does not say. */
    static List<String> targets(Field field) {
        return switch (field.type()) {
            case "owner" -> List.of("Users", "Groups");
            case "reference" -> field.refersTo();
            default -> List.of();
        };
    }

    private static Optional<Fault> length(Field field, String text) {
        int length = text.codePointCount(0, text.length());
        return field.length().isPresent() && length > field.length().getAsInt()
                ? Optional.of(new Fault(
                        sentence(
                                field,
                                text,
                                "has " + length + " characters, and the field holds "
                                        + field.length().getAsInt() + "; shorten it"),
                        true))
                : Optional.empty();
    }
}
