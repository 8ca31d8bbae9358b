package io.github.camelvtiger.operation;

import io.github.camelvtiger.VtigerOperation;
import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.BatchFailedException;
import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.JsonList;
import io.github.camelvtiger.client.VtigerRecord;
import io.github.camelvtiger.crm.TypedRecords;
import io.github.camelvtiger.crm.VtigerClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An operation with {@code typedValues}: the values of the records that it answers get Java types. */
final class TypedAnswers implements OperationHandler {

    private static final Logger LOG = LoggerFactory.getLogger(TypedAnswers.class);

    /** Those whose answer is in the CRM already: it must not fail any more, since it would be sent again. */
    private static final Set<VtigerOperation> WRITES = EnumSet.of(
            VtigerOperation.CREATE,
            VtigerOperation.UPDATE,
            VtigerOperation.REVISE,
            VtigerOperation.UPSERT,
            VtigerOperation.UPLOAD);

    /** An export gives its records types while they are read. */
    private static final Set<VtigerOperation> READS = EnumSet.of(
            VtigerOperation.RETRIEVE,
            VtigerOperation.QUERY,
            VtigerOperation.LOOKUP,
            VtigerOperation.RETRIEVE_RELATED,
            VtigerOperation.QUERY_RELATED,
            VtigerOperation.ME);

    private final OperationHandler answering;
    private final VtigerOperation operation;
    private final TypedRecords records;

    TypedAnswers(OperationHandler answering, VtigerOperation operation, VtigerClient client) {
        this.answering = answering;
        this.operation = operation;
        this.records = new TypedRecords(client);
    }

    /** Whether an operation answers with whole records. */
    static boolean ofRecords(VtigerOperation operation) {
        return WRITES.contains(operation) || READS.contains(operation);
    }

    @Override
    public CompletableFuture<Void> handle(Exchange exchange) {
        Message message = exchange.getMessage();
        Object sent = message.getBody();
        return Futures.compose(answering.handle(exchange), (nothing, failure) -> {
            if (failure != null) {
                return failed(failure);
            }
            Object answer = message.getBody();
            return Futures.compose(typed(answer), (typed, noTypes) -> {
                if (noTypes != null && !WRITES.contains(operation)) {
                    message.setBody(sent);
                    return CompletableFuture.failedFuture(noTypes);
                }
                message.setBody(noTypes == null ? typed : untyped(answer, noTypes));
                return CompletableFuture.completedFuture(null);
            });
        });
    }

    private CompletableFuture<Void> failed(Throwable failure) {
        return failure instanceof BatchFailedException batch
                ? Futures.compose(
                        typed(batch.getResult()),
                        (typed, noTypes) -> CompletableFuture.failedFuture(
                                noTypes == null ? new BatchFailedException((BatchResult) typed) : batch))
                : CompletableFuture.failedFuture(failure);
    }

    private Object untyped(Object answer, Throwable noTypes) {
        LOG.warn(
                "The answer of {} keeps the values as texts, since the CRM did not describe their module: {}",
                operation.uriName(),
                noTypes.getMessage());
        return answer;
    }

    private CompletableFuture<Object> typed(Object answer) {
        if (answer instanceof VtigerRecord record) {
            return records.of(List.of(record)).thenApply(typed -> new VtigerRecord(typed.get(0)));
        }
        if (answer instanceof JsonList<?> list) {
            return records.of(maps(list)).thenApply(TypedAnswers::list);
        }
        return answer instanceof BatchResult result
                ? records.of(result.items().stream().map(BatchItem::record).toList())
                        .thenApply(typed -> batch(result, typed))
                : CompletableFuture.completedFuture(answer);
    }

    @SuppressWarnings("unchecked") // lists of the operations of this class hold records only
    private static List<Map<String, Object>> maps(JsonList<?> records) {
        return (List<Map<String, Object>>) (List<?>) records;
    }

    private static Object list(Collection<Map<String, Object>> typed) {
        return new JsonList<>(typed.stream()
                .map(record -> record == null ? null : new VtigerRecord(record))
                .toList());
    }

    private static Object batch(BatchResult result, List<Map<String, Object>> typed) {
        Iterator<Map<String, Object>> records = typed.iterator();
        List<BatchItem> items = new ArrayList<>();
        for (BatchItem item : result) {
            Map<String, Object> record = records.next();
            items.add(record == null ? item : item.withRecord(new VtigerRecord(record)));
        }
        return new BatchResult(items);
    }
}
