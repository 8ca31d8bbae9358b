package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.names.LookupFailures;
import io.github.camelvtiger.values.TypedValues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * Records with the values that {@link TypedValues} makes of them, by the descriptions of their modules, which are asked for
 * once. The values of a module that the CRM does not describe to the user stay texts.
 */
public final class TypedRecords {

    private static final String ITEM = "LineItem";
    private static final String COUNT = "count";

    private final VtigerClient client;

    public TypedRecords(VtigerClient client) {
        this.client = client;
    }

    /** What makes typed records of those of a module, and a number of the row of a query that only counts. */
    public CompletableFuture<UnaryOperator<Map<String, Object>>> ofModule(String module) {
        return described(module).thenCompose(description -> description
                .map(this::typing)
                .orElseGet(() -> CompletableFuture.completedFuture(UnaryOperator.identity())));
    }

    private CompletableFuture<UnaryOperator<Map<String, Object>>> typing(ModuleDescription module) {
        return values(module).thenApply(values -> row -> id(row).isPresent() ? values.of(row) : counted(row));
    }

    private CompletableFuture<TypedValues> values(ModuleDescription module) {
        return LineItems.MODULES.contains(module.name())
                ? described(ITEM).thenApply(item -> TypedValues.withItems(module, item))
                : CompletableFuture.completedFuture(new TypedValues(module));
    }

    /**
     * Typed records of any modules, which their ids tell apart; of a row that only counts, the number.
     *
     * @param records null for one that is not there, which stays null
     */
    public CompletableFuture<List<Map<String, Object>>> of(Collection<? extends Map<String, Object>> records) {
        return ofPrefixes(records).thenApply(byPrefix -> {
            List<Map<String, Object>> typed = new ArrayList<>();
            records.forEach(record -> typed.add(typed(record, byPrefix)));
            return typed;
        });
    }

    private static Map<String, Object> typed(
            Map<String, Object> record, Map<Integer, UnaryOperator<Map<String, Object>>> byPrefix) {
        if (record == null) {
            return null;
        }
        Optional<RecordId> id = id(record);
        return id.isPresent() ? byPrefix.get(id.get().prefix()).apply(record) : counted(record);
    }

    private CompletableFuture<Map<Integer, UnaryOperator<Map<String, Object>>>> ofPrefixes(
            Collection<? extends Map<String, Object>> records) {
        Map<Integer, RecordId> one = new LinkedHashMap<>();
        records.stream().flatMap(record -> id(record).stream()).forEach(id -> one.putIfAbsent(id.prefix(), id));
        Map<Integer, UnaryOperator<Map<String, Object>>> byPrefix = new HashMap<>();
        CompletableFuture<Void> described = CompletableFuture.completedFuture(null);
        for (RecordId id : one.values()) {
            described = described
                    .thenCompose(nothing -> ofRecord(id))
                    .thenAccept(typing -> byPrefix.put(id.prefix(), typing));
        }
        return described.thenApply(nothing -> byPrefix);
    }

    private CompletableFuture<UnaryOperator<Map<String, Object>>> ofRecord(RecordId id) {
        return LookupFailures.emptyWhereDenied(client.moduleOf(id)).thenCompose(module -> module.flatMap(it -> it)
                .map(this::ofModule)
                .orElseGet(() -> CompletableFuture.completedFuture(UnaryOperator.identity())));
    }

    private CompletableFuture<Optional<ModuleDescription>> described(String module) {
        return LookupFailures.emptyWhereDenied(client.describe(module));
    }

    private static Optional<RecordId> id(Map<String, Object> record) {
        return Optional.ofNullable(record)
                .map(fields -> Results.text(fields.get("id")))
                .filter(RecordId::isOne)
                .map(RecordId::parse);
    }

    /** The answer to {@code count(*)} is the only row without an id ({@code webservice.md §7}). */
    private static Map<String, Object> counted(Map<String, Object> row) {
        String count = Results.text(row.get(COUNT));
        if (row.size() != 1 || !count.matches("\\d{1,18}")) {
            return row;
        }
        Map<String, Object> counted = new LinkedHashMap<>();
        counted.put(COUNT, new BigDecimal(count));
        return counted;
    }
}
