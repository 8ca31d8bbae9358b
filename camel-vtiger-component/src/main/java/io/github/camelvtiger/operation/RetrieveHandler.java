package io.github.camelvtiger.operation;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.async.Lanes;
import io.github.camelvtiger.client.JsonList;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.VtigerRecord;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Reads one record, or those of a List of ids in its order. */
final class RetrieveHandler implements OperationHandler {

    private final OperationContext context;
    private final BodyReader bodies = new BodyReader("retrieve");
    private final RecordIds ids = new RecordIds(bodies);
    private final ModuleOfId modules;

    RetrieveHandler(OperationContext context) {
        this.context = context;
        this.modules = new ModuleOfId(context.client(), "retrieve");
    }

    @Override
    public CompletableFuture<Void> handle(Exchange exchange) {
        Message message = exchange.getMessage();
        Optional<String> module = context.chosenModule(message);
        Object body = bodies.read(exchange);
        Optional<Iterator<?>> batch = bodies.batch(body);
        if (batch.isPresent()) {
            return new Lanes<Object, VtigerRecord>(
                            batch.get(),
                            element -> null,
                            (index, element) -> record(ids.toRead(Optional.empty(), element), module),
                            record -> false,
                            1,
                            context.executor())
                    .run()
                    .thenApply(JsonList::new)
                    .thenAccept(message::setBody);
        }
        RecordId id = ids.toRead(OperationContext.idHeader(message), body);
        return record(id, module).thenAccept(record -> {
            message.setBody(record);
            message.setHeader(VtigerConstants.RECORD_ID, id.toString());
        });
    }

    private CompletableFuture<VtigerRecord> record(RecordId id, Optional<String> module) {
        return NotFound.as(
                modules.require(id, module)
                        .thenCompose(context.client()::retrieve)
                        .thenApply(VtigerRecord::new),
                context.configuration().getNotFoundBehaviour());
    }
}
