package io.github.camelvtiger.operation;

import io.github.camelvtiger.crm.CrmWriter;
import io.github.camelvtiger.crm.VtigerClient;
import io.github.camelvtiger.intercept.InterceptedWrites;
import io.github.camelvtiger.intercept.Interception;
import io.github.camelvtiger.inventory.InventoryWrites;
import io.github.camelvtiger.inventory.LineItemUpdate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;

/** What writes the records of one exchange: each index is an element's place in a batch, 0 for a single record. */
final class ExchangeWriters {

    private final VtigerClient client;
    private final LineItemUpdate lineItemUpdate;
    private final IntFunction<CrmWriter> senders;
    private final Optional<Interception> interception;

    /** @param senders send a write as it is, whatever they find out afterwards */
    ExchangeWriters(
            VtigerClient client,
            LineItemUpdate lineItemUpdate,
            IntFunction<CrmWriter> senders,
            Optional<Interception> interception) {
        this.client = client;
        this.lineItemUpdate = lineItemUpdate;
        this.senders = senders;
        this.interception = interception;
    }

    CrmWriter of(int index) {
        CrmWriter sender = senders.apply(index);
        return interception
                .map(it -> shown(it.writes(index, sender)))
                .orElseGet(() -> new InventoryWrites(sender, client, lineItemUpdate));
    }

    /** The same for a change of a record that was read a moment ago. */
    CrmWriter ofKnown(int index, Map<String, Object> stored) {
        CrmWriter sender = senders.apply(index);
        return interception
                .map(it -> shown(it.writes(index, sender, stored)))
                .orElseGet(() -> new InventoryWrites(sender, client, lineItemUpdate))
                .knowing(stored);
    }

    private InventoryWrites shown(InterceptedWrites writes) {
        return new InventoryWrites(writes, client, lineItemUpdate).readingBy(writes::retrieve);
    }

    /** Whether what is there before a write has to be known. */
    Optional<Interception> interception() {
        return interception;
    }

    /** Shows a change of a record that a dry run did not create. */
    <T> CompletableFuture<T> unsent(int index, String module, Map<String, Object> fields, Map<String, Object> stored) {
        return interception
                .orElseThrow(() -> new IllegalStateException("without an interceptor nothing is a dry run"))
                .unsent(index, module, stored, fields);
    }
}
