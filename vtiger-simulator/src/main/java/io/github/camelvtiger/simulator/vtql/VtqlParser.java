package io.github.camelvtiger.simulator.vtql;

import io.github.camelvtiger.simulator.operation.ServerCrash;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import java.util.stream.Collectors;

/** Reads a query by the server's grammar, and refuses what is none in the server's words. */
final class VtqlParser {

    private final Dialect dialect;
    private final Grammar grammar;

    VtqlParser() {
        this(Dialect.WEBSERVICE);
    }

    VtqlParser(Dialect dialect) {
        this.dialect = dialect;
        grammar = new Grammar(dialect);
    }

    /**
     * @throws WebserviceException for a syntax error
     * @throws ServerCrash if the real server runs in circles until PHP ends it
     */
    Statement parse(String query) {
        VtqlLexer lexer = new VtqlLexer(query, dialect);
        StatementBuilder statement = new StatementBuilder();
        Place place = Place.START;
        try {
            for (Token token = lexer.next(); token.type() != TokenType.END; token = lexer.next()) {
                Place from = accepting(place, token, lexer);
                statement.take(from, token);
                place = grammar.at(from).next(token.type());
            }
        } catch (UnreadableQuery e) {
            if (place == Place.START) {
                throw new ServerCrash("the first word cannot be read: endless loop until max_execution_time");
            }
            throw new WebserviceException("INTERNAL_SERVER_ERROR", "Unknown Error while processing request")
                    .because("the query has a character that begins no word of VTQL");
        }
        if (place != Place.DONE) {
            accepting(place, new Token(TokenType.END, "0"), lexer);
        }
        return statement.build();
    }

    /** The place among the one given and its fallbacks where the word may be. */
    private Place accepting(Place start, Token token, VtqlLexer lexer) {
        Place place = start;
        while (grammar.at(place).next(token.type()) == null) {
            Place fallback = grammar.at(place).fallback();
            if (fallback == null) {
                throw syntaxError(start, place, token, lexer);
            }
            place = fallback;
        }
        return place;
    }

    private WebserviceException syntaxError(Place start, Place place, Token token, VtqlLexer lexer) {
        if (start == Place.AFTER_TABLE && token.type() != TokenType.END) {
            return new WebserviceException("QUERY_SYNTAX_ERROR", "There is an syntax error in query");
        }
        String expected = grammar.at(place).expected(token.type()).stream()
                .map(TokenType::name)
                .collect(Collectors.joining(","));
        return new WebserviceException(
                "QUERY_SYNTAX_ERROR",
                "Syntax Error on line " + lexer.line() + ": token '" + lexer.lastWord() + "' Unexpected "
                        + token.type().label() + "(" + token.text() + "), expected one of: " + expected);
    }
}
