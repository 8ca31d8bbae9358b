package io.github.camelvtiger.operation;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.client.VtigerRecord;
import org.apache.camel.Message;

/** The handlers of query and count. */
final class QueryHandlers {

    private QueryHandlers() {}

    static OperationHandler query(OperationContext context) {
        QueryText queries = new QueryText(context);
        return exchange -> context.client()
                .query(queries.of(exchange))
                .thenApply(rows -> rows.stream().map(VtigerRecord::new).toList())
                .thenAccept(exchange.getMessage()::setBody);
    }

    static OperationHandler count(OperationContext context) {
        QueryText queries = new QueryText(context);
        return exchange -> context.client().count(queries.of(exchange)).thenAccept(count -> {
            Message message = exchange.getMessage();
            message.setBody(count);
            message.setHeader(VtigerConstants.COUNT, count);
        });
    }
}
