package io.github.camelvtiger.simulator.comparison;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Queries of all shapes. Each asks for records of the run alone, by a condition on the id in every alternative, as the
 * language has no parentheses; those that are wrong are in {@code odd-queries.txt}.
 */
final class QueryCalls implements Subject {

    private static final Set<String> LEFT_OUT = Set.of("Users");
    private static final int WRONG = 12;

    private final List<String> wrong = read();

    @Override
    public String name() {
        return "queries";
    }

    @Override
    public int weight() {
        return 25;
    }

    @Override
    public Optional<Step> step(Draw draw, Script script) {
        Optional<MadeRecord> first = script.first();
        Optional<MadeRecord> any = script.record(draw);
        if (first.isEmpty() || any.isEmpty()) {
            return Optional.empty();
        }
        if (draw.percent(WRONG)) {
            return Optional.of(Step.get("query", "query", draw.of(wrong)));
        }
        ModuleShape module = script.module(any.get().module()).orElseThrow();
        return module.entity() && !LEFT_OUT.contains(module.name())
                ? Optional.of(Step.get(
                        "query",
                        "query",
                        query(draw, module, script, first.get().symbol())))
                : Optional.empty();
    }

    private static String query(Draw draw, ModuleShape module, Script script, String first) {
        StringBuilder query = new StringBuilder(draw.of("select ", "select ", "SELECT ", "select  "));
        query.append(columns(draw, module)).append(draw.of(" from ", " FROM ")).append(module.name());
        query.append(draw.of(" where ", " WHERE ")).append(conditions(draw, module, script, first));
        query.append(order(draw, module)).append(limit(draw)).append(draw.percent(97) ? ";" : "");
        return query.toString();
    }

    private static String columns(Draw draw, ModuleShape module) {
        int chance = draw.below(100);
        if (chance < 45) {
            return "*";
        }
        if (chance < 55) {
            return "count(*)";
        }
        List<String> names = new ArrayList<>();
        int columns = 1 + draw.below(5);
        for (int i = 0; i < columns; i++) {
            names.add(draw.percent(2) ? "bogus" : draw.of(module.fields()).name());
        }
        return String.join(draw.of(",", ", "), names);
    }

    private static String conditions(Draw draw, ModuleShape module, Script script, String first) {
        List<String> alternatives = new ArrayList<>();
        int count = 1 + draw.below(2);
        for (int i = 0; i < count; i++) {
            List<String> all = new ArrayList<>(List.of("id >= '" + first + "'"));
            int further = draw.below(3);
            for (int k = 0; k < further; k++) {
                all.add(condition(draw, draw.of(module.fields()), script));
            }
            alternatives.add(String.join(draw.of(" and ", " AND "), all));
        }
        return String.join(draw.of(" or ", " OR "), alternatives);
    }

    private static String condition(Draw draw, FieldShape field, Script script) {
        String literal = script.values().literal(draw, field, script);
        return switch (draw.below(9)) {
            case 0 -> field.name() + " like " + pattern(draw, literal);
            case 1 -> field.name() + " in (" + literal + ", " + script.values().literal(draw, field, script) + ")";
            case 2 -> field.name() + " != " + literal;
            case 3 -> field.name() + draw.of(" < ", " <= ") + literal;
            case 4 -> field.name() + draw.of(" > ", " >= ") + literal;
            default -> field.name() + draw.of(" = ", "=") + literal;
        };
    }

    private static String pattern(Draw draw, String literal) {
        String text = literal.substring(1, literal.length() - 1);
        return "'" + draw.of(text + "%", "%" + text, "%" + text + "%", text, "%") + "'";
    }

    /** The id decides between rows that are equal in the field, whose order differs between databases. */
    private static String order(Draw draw, ModuleShape module) {
        String direction = draw.of("", "", " desc", " asc", " DESC");
        return " order by " + (draw.percent(50) ? "" : draw.of(module.fields()).name() + ", ") + "id" + direction;
    }

    private static String limit(Draw draw) {
        return switch (draw.below(8)) {
            case 0 -> " limit " + draw.of("0", "1", "3", "100", "500");
            case 1 -> " limit " + draw.of("0, 2", "1,3", "2, 100", "1000, 5");
            default -> "";
        };
    }

    private static List<String> read() {
        try (InputStream in = QueryCalls.class.getResourceAsStream("odd-queries.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("odd-queries.txt cannot be read", e);
        }
    }
}
