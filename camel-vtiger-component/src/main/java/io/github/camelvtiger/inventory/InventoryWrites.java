package io.github.camelvtiger.inventory;

import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.crm.CrmWriter;
import io.github.camelvtiger.crm.VtigerClient;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Writes of Quotes, SalesOrder, PurchaseOrder and Invoice that lose nothing by omission. A change of one of them is read
 * first: its line items are sent whole, and with them the terms that the server would reset. Writes of other modules pass.
 */
public final class InventoryWrites implements CrmWriter {

    private static final Set<String> MODULES = LineItems.MODULES;

    private final CrmWriter next;
    private final VtigerClient client;
    private final Function<RecordId, CompletableFuture<Map<String, Object>>> retrieve;
    private final LineItemUpdate lineItemUpdate;
    private final OrderFailures failures;
    private final Optional<Map<String, Object>> known;

    /**
     * @param next sends what is whole
     * @param client reads what is to be changed
     */
    public InventoryWrites(CrmWriter next, VtigerClient client, LineItemUpdate lineItemUpdate) {
        this(next, client, client::retrieve, lineItemUpdate, Optional.empty());
    }

    private InventoryWrites(
            CrmWriter next,
            VtigerClient client,
            Function<RecordId, CompletableFuture<Map<String, Object>>> retrieve,
            LineItemUpdate lineItemUpdate,
            Optional<Map<String, Object>> known) {
        this.next = next;
        this.client = client;
        this.retrieve = retrieve;
        this.lineItemUpdate = lineItemUpdate;
        this.known = known;
        this.failures = new OrderFailures(client);
    }

    /**
     * The same for changes of a record that was read a moment ago, which is not read again if nothing is missing in it.
     *
     * @param record with its items in {@link LineItems#FIELD} if a query for them found them
     */
    public InventoryWrites knowing(Map<String, Object> record) {
        return new InventoryWrites(next, client, retrieve, lineItemUpdate, Optional.of(record));
    }

    /** The same, which reads the order that is to be changed in another way. */
    public InventoryWrites readingBy(Function<RecordId, CompletableFuture<Map<String, Object>>> other) {
        return new InventoryWrites(next, client, other, lineItemUpdate, known);
    }

    @Override
    public CompletableFuture<Map<String, Object>> create(String module, Map<String, ?> record) {
        if (!MODULES.contains(module)) {
            return next.create(module, record);
        }
        try {
            Map<String, Object> sent = NewOrder.whole(module, record);
            return failures.requireAble("create", module, null)
                    .thenCompose(able -> failures.ofCreate(next.create(module, sent), module, sent));
        } catch (InvalidRecordException withoutItems) {
            return CompletableFuture.failedFuture(withoutItems);
        }
    }

    @Override
    public CompletableFuture<Map<String, Object>> update(Map<String, ?> record) {
        return change(record, true, next::update);
    }

    @Override
    public CompletableFuture<Map<String, Object>> revise(Map<String, ?> record) {
        return change(record, false, next::revise);
    }

    @Override
    public CompletableFuture<Void> delete(RecordId id) {
        return next.delete(id);
    }

    private CompletableFuture<Map<String, Object>> change(
            Map<String, ?> record,
            boolean update,
            Function<Map<String, ?>, CompletableFuture<Map<String, Object>>> call) {
        OrderChange change;
        try {
            change = new OrderChange(record, update, lineItemUpdate);
        } catch (InvalidRecordException malformed) {
            return CompletableFuture.failedFuture(malformed);
        }
        return client.moduleOf(change.id())
                .thenCompose(module -> module.filter(MODULES::contains).isPresent()
                        ? whole(change, module.get()).thenCompose(whole -> sent(whole, call))
                        : call.apply(record));
    }

    private CompletableFuture<Map<String, Object>> sent(
            Map<String, Object> order, Function<Map<String, ?>, CompletableFuture<Map<String, Object>>> call) {
        return OrderItems.of(order).isEmpty()
                ? call.apply(order)
                : failures.requireAble("revise", null, String.valueOf(order.get("id")))
                        .thenCompose(able -> failures.ofChangedItems(call.apply(order)));
    }

    private CompletableFuture<Map<String, Object>> whole(OrderChange change, String module) {
        if (change.emptiesTheOrder()) {
            return CompletableFuture.failedFuture(change.withoutItems());
        }
        return LostItems.in(module, client.user())
                .thenCompose(lost -> lost
                        ? retrieve.apply(change.id()).thenApply(stored -> change.completed(stored, true))
                        : whole(change));
    }

    private CompletableFuture<Map<String, Object>> whole(OrderChange change) {
        return change.needsNothing()
                ? CompletableFuture.completedFuture(change.asSent())
                : stored(change).thenCompose(stored -> recomputes(change, stored)
                        .thenApply(recomputes -> change.completed(stored, recomputes)));
    }

    private CompletableFuture<Map<String, Object>> stored(OrderChange change) {
        return known.filter(change::isCompletedBy)
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> retrieve.apply(change.id()));
    }

    /** Totals move only with the items, which not every server can take. */
    private CompletableFuture<Boolean> recomputes(OrderChange change, Map<String, Object> stored) {
        return change.movesTotals(stored)
                ? client.capabilities().changeItems()
                : CompletableFuture.completedFuture(false);
    }
}
