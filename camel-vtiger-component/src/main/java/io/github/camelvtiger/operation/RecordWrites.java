package io.github.camelvtiger.operation;

import io.github.camelvtiger.VtigerOperation;
import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchItem.Outcome;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.VtigerRecord;
import io.github.camelvtiger.metadata.WriteKind;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The handlers of create, update, revise and delete: they differ in the call only. */
final class RecordWrites {

    private RecordWrites() {}

    static OperationHandler create(OperationContext context) {
        BodyReader bodies = new BodyReader("create");
        PreparedWrites writes = context.preparedWrites(false);
        return new WriteHandler(context, bodies, (index, element, headerId, message) -> {
            String module = context.requireModule(message, VtigerOperation.CREATE);
            return item(
                    index, Outcome.CREATED, writes.create(module, bodies.record(element), context.client()::create));
        });
    }

    static OperationHandler update(OperationContext context) {
        return change(WriteKind.UPDATE, context, context.client()::update);
    }

    static OperationHandler revise(OperationContext context) {
        return change(WriteKind.REVISE, context, context.client()::revise);
    }

    private static OperationHandler change(
            WriteKind kind,
            OperationContext context,
            Function<Map<String, Object>, CompletableFuture<Map<String, Object>>> call) {
        BodyReader bodies = new BodyReader(kind.operation());
        PreparedWrites writes = context.preparedWrites(false);
        return new WriteHandler(context, bodies, (index, element, headerId, message) -> {
            Map<String, Object> record = bodies.record(element);
            record.put("id", bodies.id(headerId, record).toString());
            return item(index, Outcome.UPDATED, writes.change(kind, context.module(message), record, call));
        });
    }

    static OperationHandler delete(OperationContext context) {
        BodyReader bodies = new BodyReader("delete");
        return new WriteHandler(context, bodies, (index, element, headerId, message) -> {
            RecordId id = bodies.id(headerId, element);
            return context.client()
                    .delete(id)
                    .thenApply(nothing -> new BatchItem(index, id.toString(), Outcome.DELETED, null, null));
        });
    }

    private static CompletableFuture<BatchItem> item(int index, Outcome outcome, CompletableFuture<Written> written) {
        return written.thenApply(it -> new BatchItem(
                index,
                String.valueOf(it.record().get("id")),
                outcome,
                new VtigerRecord(it.record()),
                null,
                it.altered()));
    }
}
