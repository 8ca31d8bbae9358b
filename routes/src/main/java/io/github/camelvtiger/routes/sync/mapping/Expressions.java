package io.github.camelvtiger.routes.sync.mapping;

import com.jayway.jsonpath.JsonPath;
import io.github.camelvtiger.routes.sync.rows.Row;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.Predicate;
import org.apache.camel.jsonpath.JsonPathLanguage;
import org.apache.camel.spi.Language;
import org.apache.camel.support.DefaultExchange;

/**
 * Expressions of a sync file in Camel's languages. They are part of the file, as code is; what a row holds is never taken
 * for an expression.
 */
final class Expressions {

    private final CamelContext camel;
    private final Language simple;
    private final JsonPathLanguage jsonPath = new JsonPathLanguage();

    Expressions(CamelContext camel) {
        this.camel = camel;
        simple = camel.resolveLanguage("simple");
        jsonPath.setCamelContext(camel);
        // A path that a row does not have is a value that it does not have.
        jsonPath.setSuppressExceptions(true);
        jsonPath.setAllowSimple(false);
    }

    /**
     * @return throws a RuntimeException for a row that it cannot be applied to
     * @throws RuntimeException if it is not an expression
     */
    Function<Row, Object> simple(String text) {
        return values(simple.createExpression(text));
    }

    /** As {@link #simple}. */
    Function<Row, Object> jsonPath(String text) {
        // Camel would take what is not a path for one that no row has.
        JsonPath.compile(text);
        return values(jsonPath.createExpression(text));
    }

    /** As {@link #simple}. */
    java.util.function.Predicate<Row> condition(String text) {
        Predicate condition = simple.createPredicate(text);
        condition.init(camel);
        return row -> condition.matches(exchange(row));
    }

    private Function<Row, Object> values(Expression expression) {
        expression.init(camel);
        return row -> expression.evaluate(exchange(row), Object.class);
    }

    private Exchange exchange(Row row) {
        Exchange exchange = new DefaultExchange(camel);
        exchange.getMessage().setBody(row.cells());
        return exchange;
    }
}
