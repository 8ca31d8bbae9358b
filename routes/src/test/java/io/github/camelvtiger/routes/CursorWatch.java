package io.github.camelvtiger.routes;

import io.github.camelvtiger.routes.SharedDatabase.StoredCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks at a stored cursor all the time and writes down where it went back. */
final class CursorWatch implements AutoCloseable {

    private static final long EVERY_MILLIS = 20;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<String> stepsBack = new ArrayList<>();
    private StoredCursor last;
    private int looks;

    static CursorWatch of(SharedDatabase database) {
        CursorWatch watch = new CursorWatch();
        watch.timer.scheduleWithFixedDelay(
                () -> database.cursor().ifPresent(watch::see), 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return watch;
    }

    private synchronized void see(StoredCursor cursor) {
        if (last != null && !cursor.isNotBehind(last)) {
            stepsBack.add(last + " -> " + cursor);
        }
        last = cursor;
        looks++;
    }

    synchronized List<String> stepsBack() {
        return List.copyOf(stepsBack);
    }

    synchronized int looks() {
        return looks;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
