package io.github.camelvtiger.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** A scheduler whose time passes when a test says so. */
final class Appointments extends ScheduledThreadPoolExecutor {

    private final List<Runnable> tasks = new ArrayList<>();
    private final List<Long> waits = new ArrayList<>();

    /** When each task is due, by the time that passed. */
    private final List<Long> due = new ArrayList<>();

    private long passed;

    Appointments() {
        super(1);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        if (isShutdown()) {
            throw new RejectedExecutionException();
        }
        tasks.add(task);
        due.add(passed + unit.toMillis(delay));
        waits.add(unit.toMillis(delay));
        return null;
    }

    /** How long each was to wait, in milliseconds. */
    List<Long> waits() {
        return waits;
    }

    /** Lets time pass, and keeps every appointment of it in order, those made meanwhile included. */
    void keepThoseUntil(long milliseconds) {
        passed += milliseconds;
        for (int next = firstDue(); next >= 0; next = firstDue()) {
            due.remove(next);
            tasks.remove(next).run();
        }
    }

    private int firstDue() {
        return IntStream.range(0, due.size())
                .filter(i -> due.get(i) <= passed)
                .boxed()
                .min(Comparator.comparing(due::get))
                .orElse(-1);
    }

    void keepNext() {
        due.remove(0);
        tasks.remove(0).run();
    }

    void keepAll() {
        while (!tasks.isEmpty()) {
            keepNext();
        }
    }
}
