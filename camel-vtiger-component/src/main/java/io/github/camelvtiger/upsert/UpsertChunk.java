package io.github.camelvtiger.upsert;

import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.async.Lanes;
import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.VtigerException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Upserts some rows: their keys are looked up together, and are theirs alone until they are written. */
final class UpsertChunk {

    private final MatchFields match;
    private final RecordDifference difference;
    private final KeyLookup lookup;
    private final LookupDetails details;
    private final UpsertTarget writes;
    private final KeyQueues.Scope queues;
    private final UpsertSettings settings;
    private final Executor executor;

    UpsertChunk(
            MatchFields match,
            RecordDifference difference,
            KeyLookup lookup,
            LookupDetails details,
            UpsertTarget writes,
            KeyQueues.Scope queues,
            UpsertSettings settings,
            Executor executor) {
        this.match = match;
        this.difference = difference;
        this.lookup = lookup;
        this.details = details;
        this.writes = writes;
        this.queues = queues;
        this.settings = settings;
        this.executor = executor;
    }

    /**
     * @param items of rows that are done
     * @param left rows of which it is not known yet whether their key has more records than one
     */
    record Result(List<BatchItem> items, List<UpsertRow> left) {}

    CompletableFuture<Result> write(List<UpsertRow> rows) {
        return new Lanes<UpsertRow, UpsertRow>(
                        rows.iterator(),
                        row -> null,
                        (index, row) -> prepared(row),
                        row -> settings.stopOnError() && row.hasFailed(),
                        1,
                        executor)
                .run()
                .thenCompose(this::writePrepared);
    }

    private CompletableFuture<UpsertRow> prepared(UpsertRow row) {
        if (row.isPrepared()) {
            return CompletableFuture.completedFuture(row);
        }
        try {
            return writes.prepared(row.given())
                    .thenApply(record -> row.prepared(record, match.key(record)))
                    .exceptionally(failure -> row.failed(known(failure)));
        } catch (VtigerException invalid) {
            return CompletableFuture.completedFuture(row.failed(invalid));
        }
    }

    private CompletableFuture<Result> writePrepared(List<UpsertRow> rows) {
        Map<MatchKey, Map<String, Object>> keys = new LinkedHashMap<>();
        List<UpsertRow> sound = rows.stream().filter(row -> !row.hasFailed()).toList();
        sound.forEach(row -> keys.putIfAbsent(row.key(), row.record()));
        return queues.acquire(keys.keySet()).thenCompose(holding -> lookup.find(keys, !settings.stopOnError())
                .thenCompose(found -> details.addTo(found, sound).thenApply(nothing -> found))
                .exceptionally(failure -> Found.failed(keys.keySet(), known(failure)))
                .thenCompose(found -> write(rows, found, holding))
                .whenComplete((result, failure) -> holding.releaseAll()));
    }

    private CompletableFuture<Result> write(List<UpsertRow> rows, Found found, KeyQueues.Holding holding) {
        List<UpsertRow> left = new ArrayList<>();
        List<UpsertRow> certain = new ArrayList<>();
        Map<MatchKey, OfOneKey> byKey = new HashMap<>();
        for (UpsertRow row : rows) {
            if (row.hasFailed() || !found.isDoubtful(row.key())) {
                certain.add(row);
            } else {
                left.add(row);
            }
            if (!row.hasFailed()) {
                byKey.computeIfAbsent(row.key(), key -> new OfOneKey(key, found, holding)).rowsToCome++;
            }
        }
        return new Lanes<UpsertRow, BatchItem>(
                        certain.iterator(),
                        UpsertRow::key,
                        (index, row) -> written(row, byKey),
                        item -> settings.stopOnError() && item.hasFailed(),
                        settings.parallelism(),
                        executor)
                .run()
                .thenApply(items -> new Result(items, left));
    }

    private CompletableFuture<BatchItem> written(UpsertRow row, Map<MatchKey, OfOneKey> byKey) {
        return row.hasFailed()
                ? CompletableFuture.completedFuture(row.failedItem(row.error()))
                : byKey.get(row.key()).write(row);
    }

    private static VtigerException known(Throwable failure) {
        Throwable cause = Futures.cause(failure);
        if (cause instanceof VtigerException known) {
            return known;
        }
        throw new CompletionException(cause);
    }

    /** The rows of one key; it is given back with the last of them. */
    private final class OfOneKey {

        private final MatchKey key;
        private final VtigerException failure;
        private final RecordsOfKey records;
        private final KeyQueues.Holding holding;
        private int rowsToCome;

        OfOneKey(MatchKey key, Found found, KeyQueues.Holding holding) {
            this.key = key;
            this.failure = found.failure(key);
            this.records = new RecordsOfKey(writes, match, difference, settings.onMultiple(), found.records(key));
            this.holding = holding;
        }

        CompletableFuture<BatchItem> write(UpsertRow row) {
            return attempt(row)
                    .exceptionally(failed -> row.failedItem(known(failed)))
                    .whenComplete((item, failed) -> {
                        rowsToCome--;
                        if (rowsToCome == 0) {
                            holding.release(key);
                        }
                    });
        }

        private CompletableFuture<BatchItem> attempt(UpsertRow row) {
            if (failure != null) {
                return CompletableFuture.failedFuture(failure);
            }
            return Futures.attempt(() -> records.write(row.index(), row.record()));
        }
    }
}
