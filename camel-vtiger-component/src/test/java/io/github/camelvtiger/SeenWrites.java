package io.github.camelvtiger;

import io.github.camelvtiger.client.PlannedWrite;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.client.WriteInterceptor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Remembers what it is shown. */
class SeenWrites implements WriteInterceptor {

    /** @param failure null where there is none */
    record Ended(PlannedWrite write, Map<String, Object> answer, VtigerException failure) {}

    private final List<PlannedWrite> planned = new CopyOnWriteArrayList<>();
    private final List<Ended> ended = new CopyOnWriteArrayList<>();
    private final Function<PlannedWrite, CompletableFuture<Void>> decision;

    SeenWrites() {
        this(write -> CompletableFuture.completedFuture(null));
    }

    SeenWrites(Function<PlannedWrite, CompletableFuture<Void>> decision) {
        this.decision = decision;
    }

    @Override
    public CompletableFuture<Void> before(PlannedWrite write) {
        planned.add(write);
        return decision.apply(write);
    }

    @Override
    public void after(PlannedWrite write, Map<String, Object> answer) {
        ended.add(new Ended(write, answer, null));
    }

    @Override
    public void failed(PlannedWrite write, VtigerException failure) {
        ended.add(new Ended(write, Map.of(), failure));
    }

    List<PlannedWrite> planned() {
        return planned;
    }

    PlannedWrite only() {
        if (planned.size() != 1) {
            throw new AssertionError("one write was expected, but seen were " + planned);
        }
        return planned.get(0);
    }

    List<Ended> ended() {
        return ended;
    }
}
