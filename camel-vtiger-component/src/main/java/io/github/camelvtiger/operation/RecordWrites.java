package io.github.camelvtiger.operation;

import io.github.camelvtiger.VtigerOperation;
import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchItem.Outcome;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.VtigerRecord;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The handlers of create, update, revise and delete: they differ in the call only. */
final class RecordWrites {

    private RecordWrites() {}

    static OperationHandler create(OperationContext context) {
        BodyReader bodies = new BodyReader("create");
        RecordWrite write = (index, element, headerId, message) -> {
            String module = context.requireModule(message, VtigerOperation.CREATE);
            return written(index, Outcome.CREATED, context.client().create(module, bodies.record(element)));
        };
        return new WriteHandler(context, bodies, write, element -> null);
    }

    static OperationHandler update(OperationContext context) {
        return change("update", context, context.client()::update);
    }

    static OperationHandler revise(OperationContext context) {
        return change("revise", context, context.client()::revise);
    }

    private static OperationHandler change(
            String operation,
            OperationContext context,
            Function<Map<String, Object>, CompletableFuture<Map<String, Object>>> call) {
        BodyReader bodies = new BodyReader(operation);
        RecordWrite write = (index, element, headerId, message) -> {
            Map<String, Object> record = bodies.record(element);
            record.put("id", bodies.id(headerId, record).toString());
            return written(index, Outcome.UPDATED, call.apply(record));
        };
        return new WriteHandler(context, bodies, write, element -> bodies.id(Optional.empty(), bodies.record(element)));
    }

    static OperationHandler delete(OperationContext context) {
        BodyReader bodies = new BodyReader("delete");
        RecordWrite write = (index, element, headerId, message) -> {
            RecordId id = bodies.id(headerId, element);
            return context.client()
                    .delete(id)
                    .thenApply(nothing -> new BatchItem(index, id.toString(), Outcome.DELETED, null, null));
        };
        return new WriteHandler(context, bodies, write, element -> bodies.id(Optional.empty(), element));
    }

    private static CompletableFuture<BatchItem> written(
            int index, Outcome outcome, CompletableFuture<Map<String, Object>> answer) {
        return answer.thenApply(record ->
                new BatchItem(index, String.valueOf(record.get("id")), outcome, new VtigerRecord(record), null));
    }
}
