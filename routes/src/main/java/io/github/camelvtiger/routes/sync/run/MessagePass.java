package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.RecordNotFoundException;
import io.github.camelvtiger.client.WriteInterceptor;
import io.github.camelvtiger.routes.sync.rows.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the rows of a message as far as limits allow, and remembers what became of each: the sender may ask. */
final class MessagePass implements Pass {

    private final FeedPass writing;
    private final InterruptedRun earlier;
    private final Map<Long, RowResult> results = new TreeMap<>();

    /** @param earlier what earlier deliveries of the message have written */
    MessagePass(FeedPass writing, InterruptedRun earlier) {
        this.writing = writing;
        this.earlier = earlier;
    }

    /** In the order of the rows. */
    List<RowResult> results() {
        return new ArrayList<>(results.values());
    }

    @Override
    public long after() {
        return writing.after();
    }

    @Override
    public NewRecords newRecords() {
        return writing.newRecords();
    }

    @Override
    public WriteInterceptor interceptor(Chunk chunk) {
        return writing.interceptor(chunk);
    }

    @Override
    public void done(Chunk chunk, WriteInterceptor interceptor, BatchResult result) {
        writing.done(chunk, interceptor, result);
        for (int index = 0; index < chunk.rows().size(); index++) {
            Row row = chunk.rows().get(index).row();
            if (!writing.held().contains(row)) {
                results.put(row.number(), result(chunk, result.items().get(index)));
            }
        }
        chunk.refused()
                .forEach(refused ->
                        results.put(refused.row().number(), RowResult.rejected(refused.reason(), refused.cause())));
        chunk.idle()
                .forEach(row -> results.put(
                        row.number(), earlier.written(row).map(RowResult::of).orElse(RowResult.SKIPPED)));
    }

    private static RowResult result(Chunk chunk, BatchItem item) {
        if (!item.hasFailed()) {
            return RowResult.of(item);
        }
        return chunk.deletes() && item.error() instanceof RecordNotFoundException
                ? RowResult.GONE
                : RowResult.rejected(item.error().getMessage(), RejectCauses.of(item.error()));
    }

    @Override
    public void finish() {
        writing.finish();
    }
}
