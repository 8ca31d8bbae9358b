package io.github.camelvtiger.operation;

import io.github.camelvtiger.VtigerOperation;
import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchItem.Outcome;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.VtigerRecord;
import io.github.camelvtiger.upsert.WriteResult;
import io.github.camelvtiger.values.WriteKind;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The handlers of create, update, revise and delete: they differ in the call only. */
final class RecordHandlers {

    private RecordHandlers() {}

    static OperationHandler create(OperationContext context) {
        BodyReader bodies = new BodyReader("create");
        WriterSelection selection = new WriterSelection(context, "create");
        WritePipeline writes = context.preparedWrites();
        return new WriteHandler(
                context,
                bodies,
                exchange -> {
                    ExchangeWriters writers = selection.of(exchange);
                    ElementCall write = (index, element, headerId, message) -> {
                        String module = context.requireModule(message, VtigerOperation.CREATE);
                        Map<String, Object> record = bodies.record(element);
                        return item(index, Outcome.CREATED, writes.create(module, record, writers.of(index)));
                    };
                    return NamesAhead.of(
                            write,
                            writes,
                            WriteKind.CREATE,
                            bodies,
                            message -> Optional.of(context.requireModule(message, VtigerOperation.CREATE)));
                },
                element -> null);
    }

    static OperationHandler update(OperationContext context) {
        return change(WriteKind.UPDATE, context);
    }

    static OperationHandler revise(OperationContext context) {
        return change(WriteKind.REVISE, context);
    }

    private static OperationHandler change(WriteKind kind, OperationContext context) {
        BodyReader bodies = new BodyReader(kind.operation());
        RecordIds ids = new RecordIds(bodies);
        WriterSelection selection = new WriterSelection(context, kind.operation());
        WritePipeline writes = context.preparedWrites();
        Function<Object, RecordId> idOf = element -> ids.toWrite(Optional.empty(), bodies.record(element));
        return new WriteHandler(
                context,
                bodies,
                exchange -> {
                    ExchangeWriters writers = selection.of(exchange);
                    ElementCall write = (index, element, headerId, message) -> {
                        Map<String, Object> record = bodies.record(element);
                        record.put("id", ids.toWrite(headerId, record).toString());
                        return item(
                                index,
                                Outcome.UPDATED,
                                writes.change(kind, context.module(message), record, writers.of(index)));
                    };
                    return NamesAhead.of(
                            StoredAhead.ofChanges(write, writers, idOf), writes, kind, bodies, context::module);
                },
                idOf);
    }

    static OperationHandler delete(OperationContext context) {
        BodyReader bodies = new BodyReader("delete");
        RecordIds ids = new RecordIds(bodies);
        ModuleOfId modules = new ModuleOfId(context.client(), "delete");
        WriterSelection selection = new WriterSelection(context, "delete");
        WritePipeline writes = context.preparedWrites();
        Function<Object, RecordId> idOf = element -> ids.toWrite(Optional.empty(), element);
        return new WriteHandler(
                context,
                bodies,
                exchange -> {
                    ExchangeWriters writers = selection.of(exchange);
                    ElementCall write = (index, element, headerId, message) -> {
                        RecordId id = ids.toWrite(headerId, element);
                        return modules.require(id, context.module(message))
                                .thenCompose(own -> writes.delete(own, writers.of(index)))
                                .thenApply(nothing -> new BatchItem(index, id.toString(), Outcome.DELETED, null, null));
                    };
                    return StoredAhead.ofDeletes(write, writers, idOf);
                },
                idOf);
    }

    private static CompletableFuture<BatchItem> item(
            int index, Outcome outcome, CompletableFuture<WriteResult> written) {
        return written.thenApply(it -> new BatchItem(
                index,
                String.valueOf(it.record().get("id")),
                outcome,
                new VtigerRecord(it.record()),
                null,
                it.altered()));
    }
}
