package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.routes.sync.store.Walks;
import io.github.camelvtiger.routes.sync.store.Walks.Walk;
import io.github.camelvtiger.routes.sync.verify.SweepVerification.Kept;
import io.github.camelvtiger.routes.sync.verify.SweepVerification.Progress;
import java.time.Instant;
import java.util.Optional;

/** Keeps in the store how far a sweep of a module was compared. */
record SweepProgress(Walks walks, String sync, String module) implements Kept {

    @Override
    public Optional<Progress> find() {
        return walks.find(sync, name())
                .flatMap(walk -> walk.position().map(Long::parseLong).flatMap(after -> walk.ended()
                        .map(until -> new Progress(Instant.parse(walk.subject()), after, until))));
    }

    @Override
    public void put(Progress progress) {
        walks.put(
                sync,
                name(),
                new Walk(
                        progress.begun().toString(),
                        Optional.of(Long.toString(progress.after())),
                        Optional.of(progress.until())));
    }

    private String name() {
        return "sweep " + module;
    }
}
