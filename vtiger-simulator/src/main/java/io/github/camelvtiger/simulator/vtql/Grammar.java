package io.github.camelvtiger.simulator.vtql;

import static io.github.camelvtiger.simulator.vtql.TokenType.ASC;
import static io.github.camelvtiger.simulator.vtql.TokenType.ASTERISK;
import static io.github.camelvtiger.simulator.vtql.TokenType.COLUMNNAME;
import static io.github.camelvtiger.simulator.vtql.TokenType.COMMA;
import static io.github.camelvtiger.simulator.vtql.TokenType.COUNT;
import static io.github.camelvtiger.simulator.vtql.TokenType.DESC;
import static io.github.camelvtiger.simulator.vtql.TokenType.EQ;
import static io.github.camelvtiger.simulator.vtql.TokenType.FRM;
import static io.github.camelvtiger.simulator.vtql.TokenType.GT;
import static io.github.camelvtiger.simulator.vtql.TokenType.GTE;
import static io.github.camelvtiger.simulator.vtql.TokenType.IN;
import static io.github.camelvtiger.simulator.vtql.TokenType.LIKE;
import static io.github.camelvtiger.simulator.vtql.TokenType.LIMIT;
import static io.github.camelvtiger.simulator.vtql.TokenType.LOGICAL_AND;
import static io.github.camelvtiger.simulator.vtql.TokenType.LOGICAL_OR;
import static io.github.camelvtiger.simulator.vtql.TokenType.LT;
import static io.github.camelvtiger.simulator.vtql.TokenType.LTE;
import static io.github.camelvtiger.simulator.vtql.TokenType.NE;
import static io.github.camelvtiger.simulator.vtql.TokenType.NOTLIKE;
import static io.github.camelvtiger.simulator.vtql.TokenType.ORDERBY;
import static io.github.camelvtiger.simulator.vtql.TokenType.PARENCLOSE;
import static io.github.camelvtiger.simulator.vtql.TokenType.PARENOPEN;
import static io.github.camelvtiger.simulator.vtql.TokenType.SELECT;
import static io.github.camelvtiger.simulator.vtql.TokenType.SEMICOLON;
import static io.github.camelvtiger.simulator.vtql.TokenType.TABLENAME;
import static io.github.camelvtiger.simulator.vtql.TokenType.VALUE;
import static io.github.camelvtiger.simulator.vtql.TokenType.WHERE;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which word leads from which place to which ({@code webservice.md §7}). A place with a fallback hands any other word
 * on to it; at a place without one, it is a syntax error.
 */
final class Grammar {

    private final Map<Place, Rule> rules = new EnumMap<>(Place.class);

    Grammar(Dialect dialect) {
        at(Place.START).on(Place.COLUMNS, SELECT);
        at(Place.COLUMNS)
                .on(Place.AFTER_ALL, ASTERISK)
                .on(Place.COUNT_OPEN, COUNT)
                .otherwise(Place.FIRST_COLUMN);
        at(Place.FIRST_COLUMN).on(Place.AFTER_COLUMN, COLUMNNAME);
        at(Place.NEXT_COLUMN).on(Place.AFTER_COLUMN, COLUMNNAME).complaining(SELECT);
        at(Place.AFTER_ALL).on(Place.TABLE, FRM).on(Place.NEXT_COLUMN, COMMA);
        at(Place.AFTER_COLUMN).on(Place.TABLE, FRM).on(Place.NEXT_COLUMN, COMMA).complaining(SELECT);
        at(Place.COUNT_OPEN).on(Place.COUNT_STAR, PARENOPEN);
        at(Place.COUNT_STAR).on(Place.COUNT_CLOSE, ASTERISK);
        at(Place.COUNT_CLOSE).on(Place.AFTER_COUNT, PARENCLOSE);
        // The real parser swallows one word here and then thinks that it is at the beginning.
        at(Place.AFTER_COUNT)
                .on(Place.TABLE, FRM)
                .on(Place.NEXT_COLUMN, COMMA)
                .on(Place.BEHIND_COUNT, COLUMNNAME, ASTERISK);
        at(Place.BEHIND_COUNT).complaining(SELECT);
        at(Place.TABLE).on(Place.AFTER_TABLE, TABLENAME);
        at(Place.AFTER_TABLE).on(Place.TEST_COLUMN, WHERE).otherwise(Place.AFTER_WHERE);
        at(Place.TEST_COLUMN).on(Place.TEST_OPERATOR, COLUMNNAME);
        at(Place.NEXT_TEST_COLUMN).on(Place.TEST_OPERATOR, COLUMNNAME).complaining(SEMICOLON);
        at(Place.TEST_OPERATOR).on(Place.TEST_VALUES, EQ, LT, GT, LTE, GTE, NE, IN, LIKE);
        if (dialect == Dialect.CLOUD) {
            at(Place.TEST_OPERATOR).on(Place.TEST_VALUES, NOTLIKE);
        }
        at(Place.TEST_VALUES).on(Place.LIST_VALUE, PARENOPEN).otherwise(Place.BARE_VALUE);
        at(Place.LIST_VALUE).on(Place.AFTER_LIST_VALUE, VALUE);
        at(Place.AFTER_LIST_VALUE)
                .on(Place.AFTER_TEST, PARENCLOSE)
                .on(Place.LIST_VALUE, COMMA)
                .letting(Place.DONE, SEMICOLON)
                .complaining(SEMICOLON);
        at(Place.BARE_VALUE).on(Place.AFTER_BARE_VALUE, VALUE);
        at(Place.AFTER_BARE_VALUE).on(Place.BARE_VALUE, COMMA).otherwise(Place.AFTER_TEST);
        at(Place.AFTER_TEST).on(Place.NEXT_TEST_COLUMN, LOGICAL_AND, LOGICAL_OR).otherwise(Place.AFTER_WHERE);
        at(Place.AFTER_WHERE).on(Place.ORDER_COLUMN, ORDERBY).otherwise(Place.AFTER_ORDER);
        at(Place.ORDER_COLUMN).on(Place.AFTER_ORDER_COLUMN, COLUMNNAME);
        at(Place.AFTER_ORDER_COLUMN).on(Place.ORDER_COLUMN, COMMA).otherwise(Place.ORDER_DIRECTION);
        at(Place.ORDER_DIRECTION).on(Place.AFTER_ORDER, ASC, DESC).otherwise(Place.AFTER_ORDER);
        at(Place.AFTER_ORDER).on(Place.LIMIT_FIRST, LIMIT).otherwise(Place.END);
        at(Place.LIMIT_FIRST).on(Place.AFTER_LIMIT_FIRST, VALUE);
        at(Place.AFTER_LIMIT_FIRST).on(Place.LIMIT_SECOND, COMMA).otherwise(Place.END);
        at(Place.LIMIT_SECOND).on(Place.END, VALUE);
        at(Place.END).on(Place.DONE, SEMICOLON);
        at(Place.DONE);
    }

    Rule at(Place place) {
        return rules.computeIfAbsent(place, any -> new Rule());
    }

    /** What may come at one place. */
    static final class Rule {

        private static final Set<TokenType> ENDING = EnumSet.of(ORDERBY, LIMIT, SEMICOLON, TokenType.END);

        private final Map<TokenType, Place> next = new EnumMap<>(TokenType.class);
        private final Map<TokenType, Place> unnamed = new EnumMap<>(TokenType.class);
        private List<TokenType> complaint;
        private Place fallback;

        private Rule on(Place place, TokenType... types) {
            Arrays.asList(types).forEach(type -> next.put(type, place));
            return this;
        }

        /** For a word that the parser lets pass without naming it among those it expects. */
        private Rule letting(Place place, TokenType type) {
            unnamed.put(type, place);
            return this;
        }

        private void otherwise(Place place) {
            fallback = place;
        }

        /**
         * For the places where the real parser, in a muddle, asks for something that could not come there. The words
         * that could end the statement do not muddle it.
         */
        private void complaining(TokenType... types) {
            complaint = List.of(types);
        }

        /** @return null for a word that is not allowed here */
        Place next(TokenType type) {
            return next.getOrDefault(type, unnamed.get(type));
        }

        /** @return null for none */
        Place fallback() {
            return fallback;
        }

        List<TokenType> expected(TokenType met) {
            return complaint == null || ENDING.contains(met) ? List.copyOf(next.keySet()) : complaint;
        }
    }
}
