package io.github.camelvtiger.values;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.names.NearestNames;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may be wrong with the value of one field; each fault one sentence with the field, the value and the cure. */
final class FieldCheck {

    private static final Pattern ID = Pattern.compile("(\\d{1,9})x\\d{1,18}");
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

    /** @param fault continues "The value x of y " */
    static String sentence(Field field, Object value, String fault) {
        return "The value " + shown(field, value) + " of " + field.name() + " (" + field.type() + ") " + fault + ".";
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
                        ? "names are case-sensitive; see describe."
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

    /** It makes an activity a task, and stands in no list ({@code webservice.md §10}). */
    private static boolean isTask(Field field, String value) {
        return field.name().equals("activitytype") && value.equals("Task");
    }

    private Optional<Fault> reference(Field field, String text) {
        Matcher id = ID.matcher(text);
        if (!id.matches()) {
            return lasting(sentence(
                    field,
                    text,
                    "is not the id of a record; write it like 11x3, or set resolveNames=true to give names"));
        }
        List<String> targets = field.type().equals("owner") ? List.of("Users", "Groups") : field.refersTo();
        boolean allKnown = !targets.isEmpty() && prefixes.keySet().containsAll(targets);
        int prefix = Integer.parseInt(id.group(1));
        return allKnown && targets.stream().noneMatch(target -> prefixes.get(target) == prefix)
                ? Optional.of(new Fault(
                        sentence(
                                field,
                                text,
                                "is not a record of " + String.join(" or ", targets)
                                        + ", whose ids begin with "
                                        + targets.stream()
                                                .map(target -> prefixes.get(target) + "x")
                                                .distinct()
                                                .reduce((one, other) -> one + " or " + other)
                                                .orElseThrow()),
                        true))
                : Optional.empty();
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
