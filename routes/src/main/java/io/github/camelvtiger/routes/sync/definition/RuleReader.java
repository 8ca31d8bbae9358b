package io.github.camelvtiger.routes.sync.definition;

import java.text.DecimalFormat;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the rules below {@code map:}. */
final class RuleReader {

    /** Each says where a value comes from; a rule has one of them. */
    private static final List<String> ORIGINS = List.of("from", "value", "simple", "jsonpath");

    private static final String BETWEEN_COLUMNS = " ";

    private RuleReader() {}

    /** The rules that are sound, in the file's order. */
    static Map<String, FieldRule> rules(Section part) {
        Map<String, FieldRule> rules = new LinkedHashMap<>();
        part.section("map").ifPresent(map -> {
            if (map.keys().isEmpty()) {
                part.fault("map", "The key 'map' names no field; add one, or remove 'map' to have names matched.");
            }
            for (String field : map.keys()) {
                rule(map, field).ifPresent(rule -> rules.put(field, rule));
            }
        });
        return rules;
    }

    private static Optional<FieldRule> rule(Section map, String field) {
        if (!map.isSection(field)) {
            return map.text(field).map(column -> FieldRule.column(column.value()));
        }
        return map.section(field, "the rule of '" + field + "'").map(rule -> {
            rule.allow(SyncKeys.RULE);
            List<String> origins = ORIGINS.stream().filter(rule::has).toList();
            if (origins.size() != 1) {
                rule.fault(
                        origins.isEmpty() ? "" : origins.get(1),
                        "The rule of '" + field + "' "
                                + (origins.isEmpty()
                                        ? "does not say where its value comes from; add one of from, value, simple and"
                                                + " jsonpath."
                                        : "has more than one origin: " + String.join(" and ", origins)
                                                + "; keep one of them."));
            }
            combinations(rule);
            return fieldRule(rule);
        });
    }

    private static FieldRule fieldRule(Section rule) {
        List<String> columns = EndReader.values(rule.texts("from"));
        return new FieldRule(
                columns,
                rule.scalar("value").map(Scalar::value),
                rule.scalar("default").map(Scalar::value),
                values(rule),
                rule.text("reference").map(Scalar::value),
                rule.text("module").map(Scalar::value),
                rule.flag("create", false),
                rule.flag("owner", false),
                rule.text("date").filter(text -> isDate(rule, text)).map(Scalar::value),
                rule.text("number").filter(text -> isNumber(rule, text)).map(Scalar::value),
                rule.scalar("join").map(Scalar::value).orElse(BETWEEN_COLUMNS),
                rule.scalar("split").filter(text -> isNotEmpty(rule, text)).map(Scalar::value),
                part(rule),
                rule.text("simple").map(Scalar::value),
                rule.text("jsonpath").map(Scalar::value));
    }

    private static void combinations(Section rule) {
        needs(rule, "join", "from");
        needs(rule, "split", "part");
        needs(rule, "part", "split");
        needs(rule, "create", "reference");
        needs(rule, "module", "reference");
        excludes(rule, "value", "default", "values", "split", "join");
        excludes(rule, "reference", "owner", "date", "number");
        excludes(rule, "owner", "date", "number");
        excludes(rule, "date", "number");
    }

    private static void needs(Section rule, String key, String other) {
        if (rule.has(key) && !rule.has(other)) {
            rule.fault(key, "The key '" + key + "' has no meaning without '" + other + "'; add that, or remove it.");
        }
    }

    private static void excludes(Section rule, String key, String... others) {
        if (rule.has(key)) {
            Stream.of(others)
                    .filter(rule::has)
                    .forEach(other -> rule.fault(
                            other,
                            "The keys '" + key + "' and '" + other + "' cannot be in one rule; remove one of them."));
        }
    }

    private static Map<String, String> values(Section rule) {
        Map<String, String> values = new LinkedHashMap<>();
        rule.section("values").ifPresent(section -> section.keys()
                .forEach(given -> section.scalar(given).ifPresent(wanted -> values.put(given, wanted.value()))));
        return values;
    }

    private static boolean isNotEmpty(Section rule, Scalar text) {
        if (text.value().isEmpty()) {
            rule.refuse("split", text, "is empty; write what the value is to be cut at.");
        }
        return !text.value().isEmpty();
    }

    private static int part(Section rule) {
        Optional<Scalar> part = rule.text("part");
        boolean sound = part.isPresent() && part.get().value().matches("-?[1-9]\\d{0,3}");
        if (part.isPresent() && !sound) {
            rule.refuse("part", part.get(), "is not the number of a piece; write 1 for the first, -1 for the last.");
        }
        return sound ? Integer.parseInt(part.get().value()) : 0;
    }

    private static boolean isDate(Section rule, Scalar pattern) {
        try {
            DateTimeFormatter.ofPattern(pattern.value());
            return true;
        } catch (IllegalArgumentException notUnderstood) {
            rule.refuse(
                    "date", pattern, "is not a pattern of a date; write one such as dd.MM.yyyy or MM/dd/yyyy HH:mm.");
            return false;
        }
    }

    private static boolean isNumber(Section rule, Scalar pattern) {
        try {
            new DecimalFormat(pattern.value());
            return true;
        } catch (IllegalArgumentException notUnderstood) {
            rule.refuse("number", pattern, "is not a pattern of a number; write one such as #,##0.00.");
            return false;
        }
    }
}
