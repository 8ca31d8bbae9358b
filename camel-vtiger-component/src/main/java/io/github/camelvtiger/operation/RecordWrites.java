package io.github.camelvtiger.operation;

import io.github.camelvtiger.VtigerOperation;
import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchItem.Outcome;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.RecordWriter;
import io.github.camelvtiger.client.VtigerRecord;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/** The handlers of create, update, revise and delete: they differ in the call only. */
final class RecordWrites {

    private RecordWrites() {}

    static OperationHandler create(OperationContext context) {
        BodyReader bodies = new BodyReader("create");
        RecordWriters writers = writers(context);
        RecordWrite write = (index, element, headerId, message) -> {
            String module = context.requireModule(message, VtigerOperation.CREATE);
            RecordWriter writer = writers.of(message.getExchange(), index);
            return written(index, Outcome.CREATED, writer.create(module, bodies.record(element)));
        };
        return new WriteHandler(context, bodies, write, element -> null);
    }

    static OperationHandler update(OperationContext context) {
        return change("update", context, RecordWriter::update);
    }

    static OperationHandler revise(OperationContext context) {
        return change("revise", context, RecordWriter::revise);
    }

    private static OperationHandler change(
            String operation,
            OperationContext context,
            BiFunction<RecordWriter, Map<String, Object>, CompletableFuture<Map<String, Object>>> call) {
        BodyReader bodies = new BodyReader(operation);
        RecordWriters writers = writers(context);
        RecordWrite write = (index, element, headerId, message) -> {
            Map<String, Object> record = bodies.record(element);
            record.put("id", bodies.id(headerId, record).toString());
            return written(index, Outcome.UPDATED, call.apply(writers.of(message.getExchange(), index), record));
        };
        return new WriteHandler(context, bodies, write, element -> bodies.id(Optional.empty(), bodies.record(element)));
    }

    static OperationHandler delete(OperationContext context) {
        BodyReader bodies = new BodyReader("delete");
        RecordWriters writers = writers(context);
        RecordWrite write = (index, element, headerId, message) -> {
            RecordId id = bodies.id(headerId, element);
            return writers.of(message.getExchange(), index)
                    .delete(id)
                    .thenApply(nothing -> new BatchItem(index, id.toString(), Outcome.DELETED, null, null));
        };
        return new WriteHandler(context, bodies, write, element -> bodies.id(Optional.empty(), element));
    }

    private static RecordWriters writers(OperationContext context) {
        return new RecordWriters(context.client(), context.configuration());
    }

    private static CompletableFuture<BatchItem> written(
            int index, Outcome outcome, CompletableFuture<Map<String, Object>> answer) {
        return answer.thenApply(record ->
                new BatchItem(index, String.valueOf(record.get("id")), outcome, new VtigerRecord(record), null));
    }
}
