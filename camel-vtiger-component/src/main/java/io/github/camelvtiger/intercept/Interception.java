package io.github.camelvtiger.intercept;

import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.PlannedWrite;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.ReferenceField;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.client.WithheldWriteException;
import io.github.camelvtiger.client.WriteInterceptor;
import io.github.camelvtiger.crm.CrmWriter;
import io.github.camelvtiger.crm.Referrers;
import io.github.camelvtiger.crm.VtigerClient;
import io.github.camelvtiger.names.LookupFailures;
import io.github.camelvtiger.vtql.VtqlLiteral;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The writes of one exchange, shown to its interceptor. What is there before a write comes from whoever read it for its own
 * sake; else it is looked up, for a hundred records of a batch at once.
 */
public final class Interception {

    private static final Logger LOG = LoggerFactory.getLogger(Interception.class);

    private final VtigerClient client;
    private final WriteInterceptor interceptor;
    private final Executor executor;
    private final Referrers finder;
    private final LookedUp<Stored> records;
    private final LookedUp<Map<ReferenceField, List<RecordId>>> referrers;

    /** @param executor where the interceptor is called, so that it holds up no thread of the transport */
    public Interception(VtigerClient client, WriteInterceptor interceptor, Executor executor) {
        this.client = client;
        this.interceptor = interceptor;
        this.executor = executor;
        this.finder = new Referrers(client);
        this.records = new LookedUp<>(this::retrieved);
        this.referrers =
                new LookedUp<>(id -> referrers(List.of(id)).thenApply(found -> found.getOrDefault(id, Map.of())));
    }

    /**
     * @param index of the element whose writes they are
     * @param next sends what is not withheld
     */
    public InterceptedWrites writes(int index, CrmWriter next) {
        return new InterceptedWrites(this, client, index, next, Optional.empty());
    }

    /** The same for a change of a record that was read a moment ago. */
    public InterceptedWrites writes(int index, CrmWriter next, Map<String, Object> stored) {
        return new InterceptedWrites(this, client, index, next, Optional.of(Stored.queried(stored)));
    }

    /** Looks the records up that are about to be changed; orders are read by whoever completes their change. */
    public void changesAhead(Collection<RecordId> ids) {
        records.ahead(ids, ofEachModule(ids, this::queried));
    }

    /** Looks the records up that are about to be deleted, and what refers to them; orders are retrieved one by one. */
    public void deletesAhead(Collection<RecordId> ids) {
        changesAhead(ids);
        referrers.ahead(ids, referrers(ids));
    }

    private CompletableFuture<Map<RecordId, Map<ReferenceField, List<RecordId>>>> referrers(Collection<RecordId> ids) {
        return ofEachModule(ids, finder::of);
    }

    private interface LookUp<T> {
        CompletableFuture<Map<RecordId, T>> of(String module, Collection<RecordId> ids);
    }

    /** One module after the other; records of modules that the user does not see are left out. */
    private <T> CompletableFuture<Map<RecordId, T>> ofEachModule(Collection<RecordId> ids, LookUp<T> lookUp) {
        Map<RecordId, T> found = new HashMap<>();
        Map<Integer, List<RecordId>> byPrefix =
                ids.stream().distinct().collect(Collectors.groupingBy(RecordId::prefix));
        CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
        for (List<RecordId> some : byPrefix.values()) {
            all = all.thenCompose(nothing -> client.moduleOf(some.get(0)))
                    .thenCompose(module -> module.map(name -> lookUp.of(name, some))
                            .orElseGet(() -> CompletableFuture.completedFuture(Map.of())))
                    .thenAccept(found::putAll);
        }
        return all.thenApply(nothing -> found);
    }

    private CompletableFuture<Map<RecordId, Stored>> queried(String module, Collection<RecordId> ids) {
        return LineItems.MODULES.contains(module)
                ? CompletableFuture.completedFuture(Map.of())
                : LookupFailures.emptyWhereDenied(client.queryPage(
                                "select * from " + module + " where id in (" + VtqlLiteral.of(ids) + ") order by id;"))
                        .thenApply(page -> page.map(it -> it.rows().stream()
                                        .collect(Collectors.toMap(
                                                row -> RecordId.parse(String.valueOf(row.get("id"))),
                                                Stored::queried,
                                                (one, same) -> one)))
                                .orElseGet(Map::of));
    }

    /** Shows all that the server shows of a record, the items of an order included. */
    CompletableFuture<Stored> retrieved(RecordId id) {
        return client.retrieve(id).thenApply(Stored::retrieved);
    }

    LookedUp<Stored> records() {
        return records;
    }

    LookedUp<Map<ReferenceField, List<RecordId>>> referrers() {
        return referrers;
    }

    /** Shows the write, sends it if it is not withheld, and reports its outcome. */
    <T> CompletableFuture<T> sent(
            PlannedWrite write, Supplier<CompletableFuture<T>> call, Function<T, Map<String, Object>> answer) {
        return allowed(write).thenCompose(allowed -> Futures.attempt(call)
                .whenCompleteAsync(
                        (result, failure) -> {
                            if (failure == null) {
                                reported(write, () -> interceptor.after(write, answer.apply(result)));
                            } else if (Futures.cause(failure) instanceof VtigerException known) {
                                reported(write, () -> interceptor.failed(write, known));
                            }
                        },
                        executor));
    }

    /**
     * Shows a change of a record that is not there, since its create was withheld by a dry run; it is never sent.
     *
     * @param stored as the create would have made it
     */
    public <T> CompletableFuture<T> unsent(
            int index, String module, Map<String, Object> stored, Map<String, Object> fields) {
        PlannedWrite write =
                new PlannedWrite(index, PlannedWrite.Kind.REVISE, module, Optional.empty(), stored, fields, Map.of());
        return allowed(write)
                .thenCompose(allowed -> CompletableFuture.failedFuture(
                        new WithheldWriteException(write, "its record was not created, since that was a dry run.")));
    }

    private CompletableFuture<Void> allowed(PlannedWrite write) {
        return CompletableFuture.completedFuture(write)
                .thenComposeAsync(
                        shown -> Futures.attempt(() -> Objects.requireNonNull(
                                interceptor.before(shown), "the interceptor's before must answer a future")),
                        executor)
                .exceptionallyCompose(
                        failure -> CompletableFuture.failedFuture(withheld(write, Futures.cause(failure))));
    }

    private static VtigerException withheld(PlannedWrite write, Throwable failure) {
        return failure instanceof VtigerException known
                ? known
                : new WithheldWriteException(write, "its interceptor failed (" + failure + ").", failure);
    }

    /** The record's outcome is what the CRM says, whatever becomes of the report. */
    private static void reported(PlannedWrite write, Runnable report) {
        try {
            report.run();
        } catch (RuntimeException | LinkageError | AssertionError failure) {
            LOG.error("The interceptor failed at the outcome of the {}, which stays as it is.", write, failure);
        }
    }
}
