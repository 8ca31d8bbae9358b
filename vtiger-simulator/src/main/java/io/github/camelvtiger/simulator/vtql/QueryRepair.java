package io.github.camelvtiger.simulator.vtql;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fault that people who know SQL make in VTQL, and its correction.
 *
 * @param fault one clause
 * @param repair gives back the same text if the fault is not in it
 */
record QueryRepair(String fault, UnaryOperator<String> repair) {

    /** Between quoted texts, which no correction may touch. */
    private static final Pattern QUOTED = Pattern.compile("'(?:[^']++|'')++'");

    /** What needs no knowledge of modules, in the order in which the corrections may follow each other. */
    static final List<QueryRepair> OF_GRAMMAR = List.of(
            new QueryRepair("texts go in single quotes, and a quote in them is doubled", QueryRepair::quotes),
            outside("the empty text cannot be written: one blank means it", "(?<=[=<>(,\\s])''(?!')", "' '"),
            outside("the sign for not equal is !=", "<>", "!="),
            outside("the sign for equal is a single =", "==", "="),
            outside("only * can be counted", "(?i)count\\s*\\(\\s*\\w+\\s*\\)", "count(*)"),
            outside("an offset comes before the count", "(?i)limit\\s+(\\d+)\\s+offset\\s+(\\d+)", "limit $2, $1"),
            outside("LIMIT comes after ORDER BY", "(?i)(limit\\s+[\\d,\\s]*\\d)\\s+(order\\s+by\\s+[^;]+)", "$2 $1"),
            outside(
                    "times go in quotes",
                    "(?<![\\w'])(\\d{4}-\\d\\d-\\d\\d(?: \\d\\d:\\d\\d(?::\\d\\d)?)?)(?![\\w'])",
                    "'$1'"),
            outside("numbers with a point go in quotes", "(?<![\\w.'])(\\d+\\.\\d+)(?![\\w.'])", "'$1'"),
            new QueryRepair("the ; at the end is missing", QueryRepair::semicolon));

    /** @param replacement as {@link Matcher#replaceAll} takes it */
    static QueryRepair outside(String fault, String pattern, String replacement) {
        Pattern compiled = Pattern.compile(pattern);
        return new QueryRepair(
                fault,
                text -> outsideQuotes(text, part -> compiled.matcher(part).replaceAll(replacement)));
    }

    static String outsideQuotes(String text, UnaryOperator<String> change) {
        StringBuilder changed = new StringBuilder();
        Matcher quoted = QUOTED.matcher(text);
        int from = 0;
        while (quoted.find()) {
            changed.append(change.apply(text.substring(from, quoted.start()))).append(quoted.group());
            from = quoted.end();
        }
        return changed.append(change.apply(text.substring(from))).toString();
    }

    private static String quotes(String text) {
        String doubled = text.replace("\\'", "''");
        return outsideQuotes(doubled, part -> part.replaceAll("\"([^\"']+)\"", "'$1'"));
    }

    private static String semicolon(String text) {
        String stripped = text.stripTrailing();
        return stripped.endsWith(";") ? text : stripped + ";";
    }
}
