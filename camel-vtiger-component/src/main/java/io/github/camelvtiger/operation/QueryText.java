package io.github.camelvtiger.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.VtigerConfiguration;
import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.QuerySyntaxException;
import io.github.camelvtiger.names.LookupFailures;
import io.github.camelvtiger.values.FieldValues;
import io.github.camelvtiger.vtql.BoundQuery;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Finds the VTQL of a message: the header, the option, a body that begins with SELECT, or the module with the options
 * columns and where; the first that is there.
 */
final class QueryText {

    private final OperationContext context;
    private final Function<Message, Optional<String>> module;

    QueryText(OperationContext context) {
        this(context, context::module);
    }

    /** @param module that is queried where nothing but a module is given */
    QueryText(OperationContext context, Function<Message, Optional<String>> module) {
        this.context = context;
        this.module = module;
    }

    /** Each {@code :name} in it has become the quoted value of the header of that name. */
    CompletableFuture<String> of(Exchange exchange) {
        String vtql = unbound(exchange);
        return bound(vtql, BoundQuery.module(vtql), exchange.getMessage());
    }

    private String unbound(Exchange exchange) {
        Message message = exchange.getMessage();
        return OperationContext.header(message, VtigerConstants.QUERY)
                .or(() -> Optional.ofNullable(context.configuration().getQuery()))
                .or(() -> body(exchange))
                .or(() -> module.apply(message).map(this::select))
                .orElseThrow(() -> new QuerySyntaxException(
                        "There is no query: set the option query, the header " + VtigerConstants.QUERY
                                + ", a text body that begins with SELECT, or a module.",
                        FailureContext.of("query", null, null)));
    }

    /** As the server wants it: it refuses a query without the final semicolon. */
    CompletableFuture<String> withSemicolon(Exchange exchange) {
        return of(exchange).thenApply(String::strip).thenApply(query -> query.endsWith(";") ? query : query + ";");
    }

    /** The option where, bound like a query; null for none. */
    CompletableFuture<String> where(Exchange exchange, String module) {
        String where = ActionMessage.option(exchange, ActionParameter.WHERE)
                .orElse(context.configuration().getWhere());
        return where == null
                ? CompletableFuture.completedFuture(null)
                : bound(where, Optional.of(module), exchange.getMessage());
    }

    /** What the fields are is asked only if a value has a form that depends on it. */
    private CompletableFuture<String> bound(String vtql, Optional<String> module, Message message) {
        boolean typed = BoundQuery.parameters(vtql).stream()
                .anyMatch(parameter -> FieldValues.dependsOnField(value(parameter, message)));
        return typed && module.isPresent()
                ? LookupFailures.emptyWhereDenied(context.client().describe(module.get()))
                        .thenApply(description -> bind(vtql, description, message))
                : CompletableFuture.completedFuture(bind(vtql, Optional.empty(), message));
    }

    private static String bind(String vtql, Optional<ModuleDescription> module, Message message) {
        FieldValues values = new FieldValues(module.map(ModuleDescription::name).orElse(""), ZoneId.systemDefault());
        return BoundQuery.bind(
                vtql,
                parameter -> values.compared(
                        module.flatMap(known -> parameter.field().flatMap(known::field)), value(parameter, message)));
    }

    /** Languages such as jq put the nodes of JSON into headers. */
    private static Object value(BoundQuery.Parameter parameter, Message message) {
        Object value = message.getHeader(parameter.name());
        return value instanceof JsonNode tree ? RecordJson.structure(tree, "query") : value;
    }

    private static Optional<String> body(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        return Optional.ofNullable(body)
                .filter(BodyText::isOne)
                .map(text -> BodyText.content(BodyText.of(exchange, text, "query")))
                .filter(text -> text.regionMatches(true, 0, "select", 0, "select".length()));
    }

    private String select(String module) {
        VtigerConfiguration options = context.configuration();
        return "SELECT " + (options.getColumns() == null ? "*" : options.getColumns()) + " FROM " + module
                + (options.getWhere() == null ? "" : " WHERE " + options.getWhere());
    }
}
