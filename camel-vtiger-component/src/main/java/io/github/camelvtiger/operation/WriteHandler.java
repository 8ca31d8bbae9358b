package io.github.camelvtiger.operation;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.async.Lanes;
import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.VtigerException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Writes the record of the body, or each record of a batch. A single failure is the exchange's exception; in a batch it
 * is an item of the {@link BatchResult}. The id header is for a single record: in a batch it would name one id for all.
 */
final class WriteHandler implements OperationHandler {

    private final OperationContext context;
    private final BodyReader bodies;
    private final Function<Exchange, ElementCall> writes;
    private final Function<Object, RecordId> idOf;
    private final BatchExchange batches;

    /**
     * @param writes of an exchange
     * @param idOf the id of the record that an element of a batch writes, null for none; elements of one wait for each other
     */
    WriteHandler(
            OperationContext context,
            BodyReader bodies,
            Function<Exchange, ElementCall> writes,
            Function<Object, RecordId> idOf) {
        this.context = context;
        this.bodies = bodies;
        this.writes = writes;
        this.idOf = idOf;
        this.batches = new BatchExchange(bodies.operation(), context.configuration());
    }

    @Override
    public CompletableFuture<Void> handle(Exchange exchange) {
        Optional<CompletableFuture<Void>> failed = batches.failedForGood(exchange);
        if (failed.isPresent()) {
            return failed.get();
        }
        Message message = exchange.getMessage();
        ElementCall write = writes.apply(exchange);
        Object body = bodies.read(exchange);
        Optional<Iterator<?>> batch = bodies.batch(body);
        if (batch.isPresent()) {
            return batches.write(
                    exchange,
                    batch.get(),
                    (elements, index) -> batch(write, write.ahead(elements, message), index, message));
        }
        Optional<String> id = OperationContext.idHeader(message);
        return write.write(0, body, id, message).thenAccept(item -> answer(item, message));
    }

    static void answer(BatchItem item, Message message) {
        message.setBody(item.record());
        setOutcome(item.id(), item.outcome(), item.altered(), message);
    }

    /** Names of altered fields only if there are any, and not those of an earlier write. */
    static void setOutcome(String id, BatchItem.Outcome outcome, List<String> altered, Message message) {
        message.setHeader(VtigerConstants.RECORD_ID, id);
        message.setHeader(VtigerConstants.OUTCOME, outcome.name().toLowerCase(Locale.ROOT));
        if (altered.isEmpty()) {
            message.removeHeader(VtigerConstants.ALTERED);
        } else {
            message.setHeader(VtigerConstants.ALTERED, altered);
        }
    }

    private CompletableFuture<BatchResult> batch(
            ElementCall write, Iterator<?> records, IntUnaryOperator indexes, Message message) {
        boolean stopOnError = context.configuration().isStopOnError();
        int parallelism = context.configuration().getParallelism();
        return new Lanes<Object, BatchItem>(
                        records,
                        element -> parallelism == 1 ? null : lane(element),
                        (place, record) -> item(write, indexes.applyAsInt(place), record, message)
                                .thenApply(batches::kept),
                        item -> stopOnError && item.hasFailed(),
                        parallelism,
                        context.executor())
                .run()
                .thenApply(BatchResult::new);
    }

    /** An element without a usable id waits for no other; its write will say what is wrong with it. */
    private RecordId lane(Object element) {
        try {
            return idOf.apply(element);
        } catch (VtigerException unusable) {
            return null;
        }
    }

    private static CompletableFuture<BatchItem> item(ElementCall write, int index, Object record, Message message) {
        try {
            return write.write(index, record, Optional.empty(), message)
                    .exceptionally(failure -> failed(index, record, failure));
        } catch (VtigerException e) {
            return CompletableFuture.completedFuture(failed(index, record, e));
        }
    }

    private static BatchItem failed(int index, Object record, Throwable failure) {
        Throwable cause = Futures.cause(failure);
        if (!(cause instanceof VtigerException error)) {
            throw new CompletionException(cause);
        }
        Object id = record instanceof Map<?, ?> fields ? fields.get("id") : null;
        String known = id != null ? id.toString() : error.getRecordId();
        return new BatchItem(index, known, BatchItem.Outcome.FAILED, null, error);
    }
}
