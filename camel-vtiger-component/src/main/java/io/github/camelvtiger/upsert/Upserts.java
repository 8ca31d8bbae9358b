package io.github.camelvtiger.upsert;

import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.crm.RecordColumns;
import io.github.camelvtiger.crm.VtigerClient;
import io.github.camelvtiger.inventory.ItemDifference;
import io.github.camelvtiger.values.FieldValues;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * Creates what is not there, changes what is there and differs, and sends nothing for what is equal. Records are found by
 * the values of some fields; N rows of which k changed cost N/100 lookups and k writes, one lookup more where a page of
 * records was full.
 */
public final class Upserts {

    private final VtigerClient client;
    private final KeyQueues queues;
    private final UpsertSettings settings;
    private final FieldValues values;
    private final TruncatedTexts truncated;
    private final Executor executor;

    /**
     * @param values of the module's fields
     * @param queues shared by all who may upsert the same keys
     * @param truncated what earlier upserts have learned, shared by those of one connection
     * @param executor where work continues after an answer of the CRM
     */
    public Upserts(
            VtigerClient client,
            KeyQueues queues,
            UpsertSettings settings,
            FieldValues values,
            TruncatedTexts truncated,
            Executor executor) {
        this.client = client;
        this.queues = queues;
        this.settings = settings;
        this.values = values;
        this.truncated = truncated;
        this.executor = executor;
    }

    /**
     * What became of each row, in their order. The future ends with a failure only where it is none of a row: an unknown
     * module or match field, or an input that can't be read.
     *
     * @param rows read as far as needed, a hundred at a time
     * @param index of a row in its batch, by its place among these rows
     * @param kept an item as the result is to have it
     */
    public CompletableFuture<BatchResult> write(
            String module,
            Iterator<?> rows,
            IntUnaryOperator index,
            UpsertTarget writes,
            UnaryOperator<BatchItem> kept) {
        return client.describe(module)
                .thenCompose(description -> decimals(description).thenCompose(decimals -> new UpsertBatch(
                                rows, index, chunk(description, decimals, writes), settings, kept, executor)
                        .run()));
    }

    private CompletableFuture<Integer> decimals(ModuleDescription module) {
        return module.fields().stream().anyMatch(field -> "currency".equals(field.type()))
                ? client.user().currencyDecimals()
                : CompletableFuture.completedFuture(Integer.MAX_VALUE);
    }

    private UpsertChunk chunk(ModuleDescription module, int decimals, UpsertTarget writes) {
        MatchFields match = MatchFields.of(module, settings.matchFields());
        return new UpsertChunk(
                match,
                new RecordDifference(
                        module, match, values, decimals, new ItemDifference(settings.lineItemUpdate()), truncated),
                new KeyLookup(new VtqlKeySource(client, columns(module)), match),
                LineItems.MODULES.contains(module.name()) ? new OrderDetails(client) : LookupDetails.NONE,
                writes,
                queues.scope(new Keys(client, module.name(), match.names()), executor),
                settings,
                executor);
    }

    /** All fields, since the records found are the answers for rows that need no write. */
    private static String columns(ModuleDescription module) {
        return LineItems.MODULES.contains(module.name()) ? String.join(",", RecordColumns.all(module)) : "*";
    }

    /** Which keys may mean the same records; a client is equal to itself only. */
    private record Keys(VtigerClient client, String module, List<String> matchFields) {}
}
