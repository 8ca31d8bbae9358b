package io.github.camelvtiger.vtql;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.QuerySyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Puts values in the place of {@code :names}, quoted so that no value can be anything but a value. */
public final class BoundQuery {

    private static final Set<String> COMPARISONS = Set.of("=", "!=", "<", ">", "<=", ">=", "<>");

    private BoundQuery() {}

    /**
     * A place for a value.
     *
     * @param field that the value is compared with; empty if the query does not say so where a field is expected
     * @param listed whether it is one of the values of IN
     */
    public record Parameter(String name, Optional<String> field, boolean listed) {}

    private record Place(Parameter parameter, VtqlToken token) {}

    /** In their order; a name that comes twice is there twice. */
    public static List<Parameter> parameters(String vtql) {
        return places(vtql).stream().map(Place::parameter).toList();
    }

    /** The module that a query names behind FROM. */
    public static Optional<String> module(String vtql) {
        List<VtqlToken> tokens = VtqlLexer.tokens(vtql);
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i - 1).is("from") && tokens.get(i).isWord()) {
                return Optional.of(tokens.get(i).text());
            }
        }
        return Optional.empty();
    }

    private static List<Place> places(String vtql) {
        List<Place> places = new ArrayList<>();
        String field = null;
        boolean listed = false;
        VtqlToken before = null;
        for (VtqlToken token : VtqlLexer.tokens(vtql)) {
            if (COMPARISONS.contains(token.text()) || token.is("like") || token.is("in")) {
                field = before != null && before.isWord() ? before.text() : null;
                listed = token.is("in");
            } else if (token.is("and") || token.is("or")) {
                field = null;
                listed = false;
            } else if (token.kind() == VtqlToken.Kind.PARAMETER) {
                String name = token.text().substring(1);
                places.add(new Place(new Parameter(name, Optional.ofNullable(field), listed), token));
            }
            before = token;
        }
        return places;
    }

    /**
     * @param vtql a query or a condition; a colon inside a quoted text is text
     * @param values a text, or a Collection of texts for IN; null for a name that has none. May throw an
     *     {@link IllegalArgumentException} whose message continues "The parameter x of the query "
     * @return the same with literals
     * @throws QuerySyntaxException for a name without a value, an empty text or List, or a query that can't be read
     */
    public static String bind(String vtql, Function<Parameter, Object> values) {
        StringBuilder bound = new StringBuilder();
        int from = 0;
        for (Place place : places(vtql)) {
            VtqlToken token = place.token();
            bound.append(vtql, from, token.at()).append(literal(place.parameter(), values));
            from = token.at() + token.text().length();
        }
        return bound.append(vtql.substring(from)).toString();
    }

    private static String literal(Parameter parameter, Function<Parameter, Object> values) {
        try {
            Object value = values.apply(parameter);
            if (value == null) {
                throw new IllegalArgumentException("has no value; set the header " + parameter.name());
            }
            if (value instanceof Collection && !parameter.listed()) {
                throw new IllegalArgumentException("has several values, which only IN takes; write "
                        + parameter.field().orElse("the field") + " IN (:" + parameter.name() + ")");
            }
            return VtqlLiteral.of(value);
        } catch (IllegalArgumentException inexpressible) {
            throw new QuerySyntaxException(
                    "The parameter :" + parameter.name() + " of the query " + inexpressible.getMessage() + ".",
                    FailureContext.of("query", null, null));
        }
    }
}
