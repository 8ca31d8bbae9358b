package io.github.camelvtiger.crm;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The pages of several parts of a module, so many parts read at the same time, in the order in which they arrive. Each part is
 * one page ahead; so no more than that waits in memory, and a reader that stops asking stops the reading.
 */
final class ParallelPages implements RowPages {

    private final Deque<RowPages> waiting;
    private final List<Lane> lanes = new ArrayList<>();

    /** @param parallelism how many parts at once */
    ParallelPages(Deque<RowPages> parts, int parallelism) {
        this.waiting = parts;
        while (lanes.size() < parallelism && !waiting.isEmpty()) {
            lanes.add(new Lane(waiting.remove()));
        }
    }

    @Override
    public CompletableFuture<List<Map<String, Object>>> next() {
        if (lanes.isEmpty()) {
            return RowPages.end();
        }
        return CompletableFuture.anyOf(lanes.stream().map(lane -> lane.page).toArray(CompletableFuture[]::new))
                .thenCompose(any -> arrived());
    }

    private CompletableFuture<List<Map<String, Object>>> arrived() {
        Lane lane =
                lanes.stream().filter(each -> each.page.isDone()).findFirst().orElseThrow();
        // The lanes take turns, so that none waits for the others' ends.
        lanes.remove(lane);
        List<Map<String, Object>> rows = lane.page.join();
        if (!rows.isEmpty()) {
            lanes.add(lane.ahead());
            return CompletableFuture.completedFuture(rows);
        }
        if (!waiting.isEmpty()) {
            lanes.add(new Lane(waiting.remove()));
        }
        return next();
    }

    private static final class Lane {

        private final RowPages part;
        private CompletableFuture<List<Map<String, Object>>> page;

        Lane(RowPages part) {
            this.part = part;
            ahead();
        }

        private Lane ahead() {
            page = part.next();
            return this;
        }
    }
}
