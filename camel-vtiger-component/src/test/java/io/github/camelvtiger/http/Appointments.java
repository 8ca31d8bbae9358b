package io.github.camelvtiger.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A scheduler whose time passes when a test says so. */
final class Appointments extends ScheduledThreadPoolExecutor {

    private final List<Runnable> tasks = new ArrayList<>();
    private final List<Long> waits = new ArrayList<>();

    Appointments() {
        super(1);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        if (isShutdown()) {
            throw new RejectedExecutionException();
        }
        tasks.add(task);
        waits.add(unit.toMillis(delay));
        return null;
    }

    /** How long each was to wait, in milliseconds. */
    List<Long> waits() {
        return waits;
    }

    void keepNext() {
        tasks.remove(0).run();
    }

    void keepAll() {
        while (!tasks.isEmpty()) {
            keepNext();
        }
    }
}
