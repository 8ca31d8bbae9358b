package io.github.camelvtiger.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.ProducerOptions;
import io.github.camelvtiger.client.BatchFailedException;
import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.WithheldWriteException;
import java.io.File;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntUnaryOperator;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the exchange of a batch gets: the result as its body, or with {@code failOnError} an exception. The result of a failed
 * batch stays with the exchange, so that a redelivery sends only what failed.
 */
final class BatchExchange {

    private static final Logger LOG = LoggerFactory.getLogger(BatchExchange.class);

    /** A Map, by the operation of the endpoint: a route may write several batches. Replaced and never changed, since copies of the exchange share it. */
    private static final String FAILED_BATCHES = "CamelVtigerFailedBatches";

    /** Writes the elements of a batch. */
    interface Writes {

        /** @param index of an element in the whole batch, by its place among those that are written now */
        CompletableFuture<BatchResult> write(Iterator<?> elements, IntUnaryOperator index);
    }

    private record FailedBatch(Object body, BatchResult result) {}

    private final String operation;
    private final boolean failOnError;
    private final int keepRecords;

    BatchExchange(String operation, ProducerOptions options) {
        this.operation = operation;
        this.failOnError = options.isFailOnError();
        this.keepRecords = options.getKeepRecords();
    }

    /** The failure of an earlier delivery, if its batch cannot be read again. To be asked before the body is read. */
    Optional<CompletableFuture<Void>> failedForGood(Exchange exchange) {
        return failedBefore(exchange)
                .filter(result -> isReadOnce(exchange.getMessage().getBody()))
                .map(result -> CompletableFuture.failedFuture(new BatchFailedException(result)));
    }

    CompletableFuture<Void> write(Exchange exchange, Iterator<?> batch, Writes writes) {
        Optional<BatchResult> earlier = failedBefore(exchange);
        UnwrittenElements elements = new UnwrittenElements(batch, earlier.orElse(new BatchResult(List.of())));
        return writes.write(elements, elements::index).thenAccept(result -> answer(exchange, elements.merged(result)));
    }

    /** The item as the result keeps it. */
    BatchItem kept(BatchItem item) {
        return keepRecords < 0 || item.index() < keepRecords ? item : item.withoutRecord();
    }

    private void answer(Exchange exchange, BatchResult result) {
        warn(result);
        Message message = exchange.getMessage();
        boolean fails = failOnError && result.firstFailed().isPresent();
        remember(exchange, fails ? new FailedBatch(message.getBody(), result) : null);
        if (fails) {
            throw new BatchFailedException(result);
        }
        message.setBody(result);
    }

    /** What an interceptor withheld did not fail in the CRM, and its owner knows of it: a plan withholds all. */
    private void warn(BatchResult result) {
        BatchResult sent = new BatchResult(result.items().stream()
                .filter(item -> !(item.error() instanceof WithheldWriteException))
                .toList());
        if (sent.firstFailed().isPresent()) {
            LOG.warn("{} of a batch: {}", operation, sent);
        }
    }

    private Optional<BatchResult> failedBefore(Exchange exchange) {
        return Optional.ofNullable(batches(exchange).get(this))
                .filter(failed -> failed.body() == exchange.getMessage().getBody())
                .map(FailedBatch::result);
    }

    @SuppressWarnings("unchecked") // set here only
    private static Map<BatchExchange, FailedBatch> batches(Exchange exchange) {
        Map<BatchExchange, FailedBatch> batches = exchange.getProperty(FAILED_BATCHES, Map.class);
        return batches == null ? Map.of() : batches;
    }

    /** @param failed null to forget what failed before */
    private void remember(Exchange exchange, FailedBatch failed) {
        Map<BatchExchange, FailedBatch> batches = new HashMap<>(batches(exchange));
        if (failed == null) {
            batches.remove(this);
        } else {
            batches.put(this, failed);
        }
        if (batches.isEmpty()) {
            exchange.removeProperty(FAILED_BATCHES);
        } else {
            exchange.setProperty(FAILED_BATCHES, Map.copyOf(batches));
        }
    }

    private static boolean isReadOnce(Object body) {
        boolean again = body instanceof Collection
                || body instanceof Object[]
                || body instanceof CharSequence
                || body instanceof byte[]
                || body instanceof JsonNode
                || body instanceof StreamCache
                || body instanceof WrappedFile
                || body instanceof File;
        return !again;
    }
}
