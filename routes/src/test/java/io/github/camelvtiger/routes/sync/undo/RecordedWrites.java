package io.github.camelvtiger.routes.sync.undo;

import io.github.camelvtiger.client.PlannedWrite;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.client.WriteInterceptor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A journal in memory. */
final class RecordedWrites implements WriteInterceptor {

    private final List<RunWrite> made = Collections.synchronizedList(new ArrayList<>());

    @Override
    public CompletableFuture<Void> before(PlannedWrite write) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void after(PlannedWrite write, Map<String, Object> answer) {
        made.add(new RunWrite(
                write.index(),
                write.kind(),
                write.module(),
                write.id().orElseGet(() -> RecordId.parse(String.valueOf(answer.get("id")))),
                write.stored(),
                write.fields(),
                answer,
                write.referrers()));
    }

    @Override
    public void failed(PlannedWrite write, VtigerException failure) {}

    List<RunWrite> made() {
        return List.copyOf(made);
    }
}
