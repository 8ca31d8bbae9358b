package io.github.camelvtiger.simulator.vtql;

import io.github.camelvtiger.simulator.operation.WebserviceException;
import java.util.ArrayList;
import java.util.List;

/** Collects a statement word by word. */
final class StatementBuilder {

    private final List<String> columns = new ArrayList<>();
    private final List<String> fields = new ArrayList<>();
    private final List<TokenType> operators = new ArrayList<>();
    private final List<List<String>> values = new ArrayList<>();
    private final List<Boolean> afterOr = new ArrayList<>(List.of(false));
    private final List<String> orderBy = new ArrayList<>();
    private final List<String> limit = new ArrayList<>();
    private String module = "";
    private boolean count;
    private boolean descending;
    private boolean newValue = true;
    private boolean unclosedList;

    void take(Place place, Token token) {
        switch (place) {
            case COLUMNS, FIRST_COLUMN, NEXT_COLUMN -> takeColumn(token);
            case TABLE -> module = token.text();
            case TEST_COLUMN, NEXT_TEST_COLUMN -> {
                fields.add(token.text());
                newValue = true;
            }
            case TEST_OPERATOR -> operators.add(token.type());
            case LIST_VALUE, BARE_VALUE -> takeValue(token.text());
            case AFTER_LIST_VALUE -> unclosedList |= token.type() == TokenType.SEMICOLON;
            case AFTER_TEST -> takeConnector(token);
            case ORDER_COLUMN -> orderBy.add(token.text());
            case ORDER_DIRECTION -> descending = token.type() == TokenType.DESC;
            case LIMIT_FIRST, LIMIT_SECOND -> limit.add(token.text());
            default -> {
                // A word without a meaning of its own.
            }
        }
    }

    /** @throws HiddenSqlError for a list that the statement ends in, which only the database notices */
    Statement build() {
        if (unclosedList) {
            throw new HiddenSqlError("a list is not closed");
        }
        if (fields.size() != values.size()) {
            throw new WebserviceException("QUERY_SYNTAX_ERROR", "columns data inappropriate");
        }
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            conditions.add(new Condition(fields.get(i), operators.get(i), values.get(i), afterOr.get(i)));
        }
        return new Statement(module, columns, count, conditions, orderBy, descending, limit);
    }

    private void takeColumn(Token token) {
        if (token.type() == TokenType.COUNT) {
            count = true;
        } else if (token.type() == TokenType.COLUMNNAME || token.type() == TokenType.ASTERISK) {
            columns.add(token.text());
        }
    }

    private void takeConnector(Token token) {
        if (token.type() == TokenType.LOGICAL_AND || token.type() == TokenType.LOGICAL_OR) {
            afterOr.add(token.type() == TokenType.LOGICAL_OR);
        }
    }

    /** A list continues only under IN, and not after a 0: PHP takes that for no value at all. */
    private void takeValue(String value) {
        int last = values.size() - 1;
        boolean goesOn = !newValue
                && operators.get(last) == TokenType.IN
                && !values.get(last).equals(List.of("0"));
        if (goesOn) {
            values.get(last).add(value);
        } else {
            newValue = false;
            values.add(new ArrayList<>(List.of(value)));
        }
    }
}
