package io.github.camelvtiger.upsert;

import io.github.camelvtiger.async.Lanes;
import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * Takes rows from an input a hundred at a time and upserts them; of the input no more than that is held. Rows whose key
 * stays in doubt go first in the next hundred.
 */
final class UpsertBatch {

    private static final int CHUNK = 100;

    private final Iterator<?> input;
    private final IntUnaryOperator index;
    private final UpsertChunk chunk;
    private final UpsertSettings settings;
    private final UnaryOperator<BatchItem> kept;
    private final Executor executor;
    private List<UpsertRow> carried = List.of();
    private int read;

    UpsertBatch(
            Iterator<?> input,
            IntUnaryOperator index,
            UpsertChunk chunk,
            UpsertSettings settings,
            UnaryOperator<BatchItem> kept,
            Executor executor) {
        this.input = input;
        this.index = index;
        this.kept = kept;
        this.chunk = chunk;
        this.settings = settings;
        this.executor = executor;
    }

    CompletableFuture<BatchResult> run() {
        return new Lanes<List<UpsertRow>, List<BatchItem>>(
                        new Chunks(),
                        rows -> null,
                        (index, rows) -> written(rows),
                        items -> settings.stopOnError() && items.stream().anyMatch(BatchItem::hasFailed),
                        1,
                        executor)
                .run()
                .thenApply(chunks -> new BatchResult(chunks.stream()
                        .flatMap(List::stream)
                        .sorted(Comparator.comparingInt(BatchItem::index))
                        .toList()));
    }

    private CompletableFuture<List<BatchItem>> written(List<UpsertRow> rows) {
        return chunk.write(rows).thenApply(result -> {
            carried = result.left();
            return result.items().stream().map(kept).toList();
        });
    }

    /** The next chunk is asked for only when the one before is written. */
    private final class Chunks implements Iterator<List<UpsertRow>> {

        @Override
        public boolean hasNext() {
            return !carried.isEmpty() || input.hasNext();
        }

        @Override
        public List<UpsertRow> next() {
            List<UpsertRow> rows = new ArrayList<>(carried);
            carried = List.of();
            for (int fresh = 0; fresh < CHUNK && input.hasNext(); fresh++) {
                rows.add(UpsertRow.of(index.applyAsInt(read++), input.next()));
            }
            return rows;
        }
    }
}
