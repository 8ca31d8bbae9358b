package io.github.camelvtiger.vtql;

import io.github.camelvtiger.client.QuerySyntaxException;
import io.github.camelvtiger.vtql.VtqlToken.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the grammar of {@code webservice.md §7}, and says what to write instead of what it lacks. */
final class VtqlParser {

    private static final Set<String> OPERATORS = Set.of("=", "!=", "<", ">", "<=", ">=");
    private static final Map<String, String> LACKING = Map.of(
            "not", "VTQL has no NOT; use !=, or the opposite test",
            "is", "VTQL has no IS NULL; compare with ' ' (one space), which finds empty fields",
            "between", "VTQL has no BETWEEN; use >= and <= joined by AND",
            "<>", "VTQL has no <>; write !=",
            "(", "VTQL has no parentheses; AND binds tighter than OR, so write the alternatives out");

    private final String query;
    private final List<VtqlToken> tokens;
    private final Set<String> tested = new LinkedHashSet<>();
    private int next;

    VtqlParser(String query) {
        this.query = query;
        this.tokens = VtqlLexer.tokens(query);
    }

    VtqlStatement statement() {
        if (!peek().is("select")) {
            throw fault("a query begins with SELECT; for changes use the operations create, revise, update and delete");
        }
        next++;
        boolean counts = peek().is("count");
        List<String> columns = counts ? count() : columns();
        expect("from", "a module is missing: write FROM and its name after the fields");
        String module = name("the name of a module");
        refuse(",", "VTQL reads one module only; use several queries");
        refuse("join", "VTQL has no joins; use several queries");
        Condition condition = Condition.NONE;
        if (peek().is("where")) {
            next++;
            condition = alternatives();
        }
        refuse("group", "VTQL has no GROUP BY; use the operation count, or group the rows in the route");
        boolean ordered = peek().is("order");
        List<String> order = ordered ? order() : List.of();
        boolean descending = ordered && peek().is("desc");
        if (descending || ordered && peek().is("asc")) {
            next++;
            refuse(",", "VTQL takes one direction only, at the very end; earlier fields ascend");
        }
        int[] limit = peek().is("limit") ? limit() : new int[] {0, -1};
        refuse("order", "ORDER BY must come before LIMIT");
        end();
        return new VtqlStatement(columns, counts, module, condition, order, descending, limit[0], limit[1]);
    }

    Condition condition() {
        if (peek().is("where")) {
            throw fault("leave the word WHERE out of the option where");
        }
        Condition condition = alternatives();
        end();
        return condition;
    }

    private List<String> count() {
        next++;
        expect("(", "write count(*)");
        expect("*", "VTQL counts records only: write count(*)");
        expect(")", "write count(*)");
        return List.of();
    }

    private List<String> columns() {
        if (peek().is("*")) {
            next++;
            refuse(",", "* can't be combined with fields; name all fields, or write * alone");
            return List.of();
        }
        List<String> columns = new ArrayList<>();
        do {
            columns.add(field());
        } while (accept(","));
        return columns;
    }

    private String field() {
        if (peek().is("distinct")) {
            throw fault("VTQL has no DISTINCT; remove repeats in the route");
        }
        String field = name("the name of a field");
        refuse("(", "VTQL has no functions but count(*)");
        refuse("as", "VTQL has no AS; rename the field in the route");
        if (field.contains(".")) {
            throw VtqlFault.at(
                    query, tokens.get(next - 1).at(), "VTQL has no dotted names; query the other module by its id");
        }
        return field;
    }

    private Condition alternatives() {
        List<String> alternatives = new ArrayList<>();
        do {
            List<String> tests = new ArrayList<>();
            do {
                tests.add(test());
            } while (accept("and"));
            alternatives.add(String.join(" and ", tests));
        } while (accept("or"));
        return new Condition(List.copyOf(alternatives), Set.copyOf(tested));
    }

    private String test() {
        refuseLacking();
        String field = field();
        tested.add(field);
        refuseLacking();
        if (accept("in")) {
            return field + " in (" + String.join(", ", values()) + ")";
        }
        if (accept("like")) {
            return field + " like " + value();
        }
        if (!OPERATORS.contains(peek().text())) {
            throw fault("a comparison is missing: =, !=, <, >, <=, >=, LIKE or IN");
        }
        return field + " " + tokens.get(next++).text() + " " + value();
    }

    private List<String> values() {
        expect("(", "the values of IN must be in parentheses");
        List<String> values = new ArrayList<>();
        do {
            if (peek().is("select")) {
                throw fault("VTQL has no sub-selects; read the values by a query of their own and bind them");
            }
            values.add(value());
        } while (accept(","));
        expect(")", "the values of IN end with a closing parenthesis");
        return values;
    }

    private String value() {
        VtqlToken token = peek();
        if (token.kind() == Kind.PARAMETER) {
            throw fault("no value is bound to " + token.text());
        }
        if (token.kind() != Kind.TEXT && !token.isWord()) {
            throw fault("a value is missing");
        }
        next++;
        // The server reads no decimal point outside quotes.
        return token.isWord() && token.text().contains(".") ? "'" + token.text() + "'" : token.text();
    }

    private List<String> order() {
        next++;
        expect("by", "write ORDER BY");
        List<String> order = new ArrayList<>();
        do {
            order.add(field());
        } while (accept(","));
        return order;
    }

    private int[] limit() {
        next++;
        int first = number();
        int[] limit = accept(",") ? new int[] {first, number()} : new int[] {0, first};
        refuse("offset", "VTQL has no OFFSET; write LIMIT offset, count");
        return limit;
    }

    private int number() {
        try {
            int number = Integer.parseInt(peek().text());
            if (number >= 0) {
                next++;
                return number;
            }
        } catch (NumberFormatException none) {
            // said below
        }
        throw fault("LIMIT takes whole numbers from 0 on");
    }

    private void end() {
        accept(";");
        refuseLacking();
        if (peek().kind() != Kind.END) {
            throw fault("it should end there");
        }
    }

    private String name(String what) {
        refuseLacking();
        if (!peek().isWord()) {
            throw fault(what + " is missing");
        }
        return tokens.get(next++).text();
    }

    private boolean accept(String word) {
        boolean there = peek().is(word);
        next += there ? 1 : 0;
        return there;
    }

    private void expect(String word, String fault) {
        if (!accept(word)) {
            throw fault(fault);
        }
    }

    private void refuse(String word, String fault) {
        if (peek().is(word)) {
            throw fault(fault);
        }
    }

    private void refuseLacking() {
        LACKING.forEach(this::refuse);
    }

    private VtqlToken peek() {
        return tokens.get(next);
    }

    private QuerySyntaxException fault(String fault) {
        return VtqlFault.at(query, peek().at(), fault);
    }
}
