package io.github.camelvtiger.operation;

import io.github.camelvtiger.VtigerConfiguration;
import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.QuerySyntaxException;
import io.github.camelvtiger.vtql.BoundQuery;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Finds the VTQL of a message: the header, the option, a body that begins with SELECT, or the module with the options
 * columns and where; the first that is there.
 */
final class QueryText {

    private final OperationContext context;

    QueryText(OperationContext context) {
        this.context = context;
    }

    /** Each {@code :name} in it has become the quoted value of the header of that name. */
    String of(Exchange exchange) {
        return BoundQuery.bind(unbound(exchange), exchange.getMessage()::getHeader);
    }

    private String unbound(Exchange exchange) {
        Message message = exchange.getMessage();
        return OperationContext.header(message, VtigerConstants.QUERY)
                .or(() -> Optional.ofNullable(context.configuration().getQuery()))
                .or(() -> body(exchange))
                .or(() -> context.module(message).map(this::select))
                .orElseThrow(() -> new QuerySyntaxException(
                        "There is no query: set the option query, the header " + VtigerConstants.QUERY
                                + ", a text body that begins with SELECT, or a module.",
                        FailureContext.of("query", null, null)));
    }

    /** As the server wants it: it refuses a query without the final semicolon. */
    String withSemicolon(Exchange exchange) {
        String query = of(exchange).strip();
        return query.endsWith(";") ? query : query + ";";
    }

    /** The option where, bound like a query; null for none. */
    String where(Exchange exchange) {
        String where = context.configuration().getWhere();
        return where == null ? null : BoundQuery.bind(where, exchange.getMessage()::getHeader);
    }

    private static Optional<String> body(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        return Optional.ofNullable(body)
                .filter(BodyReader::isText)
                .map(text -> BodyReader.text(exchange, text))
                .filter(text -> text.regionMatches(true, 0, "select", 0, "select".length()));
    }

    private String select(String module) {
        VtigerConfiguration options = context.configuration();
        return "SELECT " + (options.getColumns() == null ? "*" : options.getColumns()) + " FROM " + module
                + (options.getWhere() == null ? "" : " WHERE " + options.getWhere());
    }
}
