package io.github.camelvtiger.operation;

import io.github.camelvtiger.NotFoundBehaviour;
import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.async.Lanes;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.RecordNotFoundException;
import io.github.camelvtiger.client.VtigerRecord;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Reads one record, or those of a List of ids in its order. */
final class RetrieveHandler implements OperationHandler {

    private final OperationContext context;
    private final BodyReader bodies = new BodyReader("retrieve");

    RetrieveHandler(OperationContext context) {
        this.context = context;
    }

    @Override
    public CompletableFuture<Void> handle(Exchange exchange) {
        Message message = exchange.getMessage();
        Object body = bodies.read(exchange);
        Optional<Iterator<?>> batch = bodies.batch(body);
        if (batch.isPresent()) {
            return new Lanes<Object, VtigerRecord>(
                            batch.get(),
                            element -> null,
                            (index, element) -> record(bodies.id(Optional.empty(), element)),
                            record -> false,
                            1,
                            context.executor())
                    .run()
                    .thenAccept(message::setBody);
        }
        RecordId id = bodies.id(OperationContext.header(message, VtigerConstants.RECORD_ID), body);
        return record(id).thenAccept(record -> {
            message.setBody(record);
            message.setHeader(VtigerConstants.RECORD_ID, id.toString());
        });
    }

    private CompletableFuture<VtigerRecord> record(RecordId id) {
        CompletableFuture<VtigerRecord> record = context.client().retrieve(id).thenApply(VtigerRecord::new);
        return context.configuration().getNotFoundBehaviour() == NotFoundBehaviour.NULL
                ? record.exceptionally(RetrieveHandler::absent)
                : record;
    }

    private static VtigerRecord absent(Throwable failure) {
        Throwable cause = Futures.cause(failure);
        if (cause instanceof RecordNotFoundException) {
            return null;
        }
        throw new CompletionException(cause);
    }
}
