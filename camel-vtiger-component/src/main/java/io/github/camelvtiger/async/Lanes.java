package io.github.camelvtiger.async;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Calls for each element of an input, several at once, and collects the answers in the order of the input. Elements of one
 * lane are called one after the other, in their order. A loop and not a chain of futures, so that a batch of any size
 * needs one frame of the stack; the input is read only as far as it is needed.
 *
 * @param <E> the elements of the input
 * @param <T> the answers
 */
public final class Lanes<E, T> {

    /** How many elements may wait for their lane before no more are read. */
    private static final int MOST_WAITING = 100;

    /** One asynchronous call. */
    public interface Call<E, T> {
        CompletableFuture<T> apply(int index, E element);
    }

    private final Iterator<? extends E> input;
    private final Function<? super E, ?> laneOf;
    private final Call<? super E, T> call;
    private final Predicate<T> last;
    private final int parallelism;
    private final Executor executor;

    /** Those in which a call runs or is ready to, with what waits for it. */
    private final Map<Object, Deque<Element<E>>> lanes = new HashMap<>();

    private final Deque<Element<E>> ready = new ArrayDeque<>();
    private final Map<Integer, T> answers = new TreeMap<>();
    private final CompletableFuture<List<T>> done = new CompletableFuture<>();
    private int read;
    private int waiting;
    private int running;
    private boolean exhausted;
    private boolean stopped;
    private boolean pumping;
    private Throwable failure;

    /**
     * @param laneOf the lane of an element; null for one that waits for no other
     * @param last whether nothing is called any more after this answer; what runs then is waited for
     * @param parallelism how many calls run at once
     */
    public Lanes(
            Iterator<? extends E> input,
            Function<? super E, ?> laneOf,
            Call<? super E, T> call,
            Predicate<T> last,
            int parallelism,
            Executor executor) {
        this.input = input;
        this.laneOf = laneOf;
        this.call = call;
        this.last = last;
        this.parallelism = parallelism;
        this.executor = executor;
    }

    /** To be called once. What the input or a call throws is the failure of all, when those that run are done. */
    public CompletableFuture<List<T>> run() {
        pump();
        return done;
    }

    /** One thread at a time starts calls for all: those that are answered at once must not pile up on the stack. */
    private void pump() {
        synchronized (this) {
            if (pumping) {
                return;
            }
            pumping = true;
        }
        Element<E> next = next();
        while (next != null) {
            start(next);
            next = next();
        }
    }

    /** @return null when nothing can be started now; whoever finishes a call asks again */
    private Element<E> next() {
        while (true) {
            synchronized (this) {
                boolean maySend = !stopped && running < parallelism;
                if (maySend && !ready.isEmpty()) {
                    running++;
                    return ready.poll();
                }
                if (!maySend || exhausted || waiting >= MOST_WAITING) {
                    pumping = false;
                    break;
                }
            }
            // Outside of the lock: an input may be a stream that waits for its source.
            readOne();
        }
        endWhenAllIsDone();
        return null;
    }

    private void readOne() {
        try {
            if (input.hasNext()) {
                E value = input.next();
                queue(new Element<>(read++, value, laneOf.apply(value)));
            } else {
                synchronized (this) {
                    exhausted = true;
                }
            }
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private synchronized void queue(Element<E> element) {
        Deque<Element<E>> lane = element.lane == null ? null : lanes.get(element.lane);
        if (lane != null) {
            lane.add(element);
            waiting++;
            return;
        }
        if (element.lane != null) {
            lanes.put(element.lane, new ArrayDeque<>());
        }
        ready.add(element);
    }

    private void start(Element<E> element) {
        CompletableFuture<T> answer = Futures.attempt(() -> call.apply(element.index, element.value));
        if (answer.isDone()) {
            answer.whenComplete((value, failed) -> settle(element, value, failed));
        } else {
            answer.whenCompleteAsync(
                    (value, failed) -> {
                        settle(element, value, failed);
                        pump();
                    },
                    executor);
        }
    }

    private synchronized void settle(Element<E> element, T answer, Throwable failed) {
        running--;
        if (failed != null) {
            fail(failed);
        } else {
            answers.put(element.index, answer);
            stopped |= last.test(answer);
        }
        Deque<Element<E>> lane = element.lane == null ? null : lanes.get(element.lane);
        if (lane != null && lane.isEmpty()) {
            lanes.remove(element.lane);
        } else if (lane != null) {
            ready.add(lane.poll());
            waiting--;
        }
    }

    private synchronized void fail(Throwable cause) {
        stopped = true;
        failure = failure == null ? cause : failure;
    }

    private void endWhenAllIsDone() {
        List<T> inOrder;
        synchronized (this) {
            if (running > 0 || !stopped && !ready.isEmpty()) {
                return;
            }
            inOrder = new ArrayList<>(answers.values());
        }
        if (failure == null) {
            done.complete(inOrder);
        } else {
            done.completeExceptionally(failure);
        }
    }

    private record Element<E>(int index, E value, Object lane) {}
}
