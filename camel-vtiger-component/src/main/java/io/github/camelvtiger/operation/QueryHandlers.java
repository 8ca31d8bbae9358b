package io.github.camelvtiger.operation;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.client.JsonList;
import io.github.camelvtiger.client.VtigerRecord;
import io.github.camelvtiger.crm.VtigerClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Message;

/** The handlers of query and count. */
final class QueryHandlers {

    private QueryHandlers() {}

    static OperationHandler query(OperationContext context) {
        QueryText queries = new QueryText(context);
        boolean lineItems = context.configuration().isLineItems();
        return exchange -> queries.of(exchange)
                .thenCompose(vtql -> rows(context.client(), vtql, lineItems))
                .thenApply(rows ->
                        new JsonList<>(rows.stream().map(VtigerRecord::new).toList()))
                .thenAccept(exchange.getMessage()::setBody);
    }

    private static CompletableFuture<List<Map<String, Object>>> rows(
            VtigerClient client, String vtql, boolean lineItems) {
        return lineItems ? client.queryWithItems(vtql) : client.query(vtql);
    }

    static OperationHandler count(OperationContext context) {
        QueryText queries = new QueryText(context);
        return exchange -> queries.of(exchange)
                .thenCompose(context.client()::count)
                .thenAccept(count -> {
                    Message message = exchange.getMessage();
                    message.setBody(count);
                    message.setHeader(VtigerConstants.COUNT, count);
                });
    }
}
