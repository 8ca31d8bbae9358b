package io.github.camelvtiger.simulator.vtql;

/** Release 8.3.0 drops the one row of a count, because it has no id: the client gets no rows ({@code releases.md}). */
final class DroppedCount extends RuntimeException {

    DroppedCount() {
        super("release 8.3.0 returns no row for count(*) of a module", null, false, false);
    }
}
