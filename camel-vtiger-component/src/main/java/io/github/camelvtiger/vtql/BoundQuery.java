package io.github.camelvtiger.vtql;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.QuerySyntaxException;
import java.util.List;
import java.util.function.Function;

/** Puts values in the place of {@code :names}, quoted so that no value can be anything but a value. */
public final class BoundQuery {

    private BoundQuery() {}

    /**
     * @param vtql a query or a condition; a colon inside a quoted text is text
     * @param values by name; null for a name that has none
     * @return the same with literals
     * @throws QuerySyntaxException for a name without a value, an empty text or List, or a query that can't be read
     */
    public static String bind(String vtql, Function<String, Object> values) {
        StringBuilder bound = new StringBuilder();
        int from = 0;
        List<VtqlToken> tokens = VtqlLexer.tokens(vtql);
        for (VtqlToken token : tokens) {
            if (token.kind() == VtqlToken.Kind.PARAMETER) {
                String name = token.text().substring(1);
                bound.append(vtql, from, token.at()).append(literal(name, values.apply(name)));
                from = token.at() + token.text().length();
            }
        }
        return bound.append(vtql.substring(from)).toString();
    }

    private static String literal(String name, Object value) {
        if (value == null) {
            throw fault(name, "has no value; set the header " + name);
        }
        try {
            return VtqlLiteral.of(value);
        } catch (IllegalArgumentException inexpressible) {
            throw fault(name, inexpressible.getMessage());
        }
    }

    private static QuerySyntaxException fault(String name, String fault) {
        return new QuerySyntaxException(
                "The parameter :" + name + " of the query " + fault + ".", FailureContext.of("query", null, null));
    }
}
