package io.github.camelvtiger;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.PollingConsumer;
import org.apache.camel.Processor;

/**
 * Sends the exchanges of one page through a route, only so many unfinished at a time, and gives back those that have
 * ended on the thread that called: so whoever keeps account of them needs no locks.
 */
final class ExchangeBatch {

    private final AsyncProcessor route;
    private final boolean queued;
    private final int maxInFlight;
    private final Runnable onSend;
    private final BlockingQueue<Dispatch> ended = new LinkedBlockingQueue<>();
    private int inFlight;
    private RuntimeException failure;

    /** @param onSend runs before each exchange that is sent */
    ExchangeBatch(AsyncProcessor route, Processor target, int maxInFlight, Runnable onSend) {
        this.route = route;
        this.queued = isQueue(target);
        this.maxInFlight = maxInFlight;
        this.onSend = onSend;
    }

    /** Whether a processor only keeps exchanges until a caller asks for them, as that of pollEnrich and of a ConsumerTemplate. */
    static boolean isQueue(Processor target) {
        return target instanceof PollingConsumer;
    }

    /**
     * Returns when all that were sent have ended.
     *
     * @param goOn whether another one may be sent
     * @param done takes what has ended, failed or not; when it throws, no more are sent, and it is thrown at the end
     * @throws InterruptedException when a stop does not wait for the rest any longer; what ended before was given to {@code done}
     */
    void run(List<Dispatch> dispatches, BooleanSupplier goOn, Consumer<List<Dispatch>> done)
            throws InterruptedException {
        number(dispatches);
        Iterator<Dispatch> waiting = dispatches.iterator();
        try {
            while (true) {
                if (inFlight < maxInFlight && waiting.hasNext() && failure == null && goOn.getAsBoolean()) {
                    send(waiting.next());
                    account(new ArrayList<>(), done);
                } else if (inFlight > 0) {
                    account(new ArrayList<>(List.of(ended.take())), done);
                } else {
                    break;
                }
            }
        } catch (InterruptedException e) {
            account(new ArrayList<>(), done);
            throw e;
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static void number(List<Dispatch> dispatches) {
        for (int index = 0; index < dispatches.size(); index++) {
            Exchange exchange = dispatches.get(index).exchange();
            exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, dispatches.size());
            exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, index);
            exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, index == dispatches.size() - 1);
        }
    }

    private void send(Dispatch dispatch) {
        inFlight++;
        onSend.run();
        dispatch.begin(ended::add);
        route.process(dispatch.exchange(), doneSync -> {
            if (queued) {
                dispatch.returned();
            } else {
                dispatch.returnedWithCompletions();
            }
        });
    }

    private void account(List<Dispatch> taken, Consumer<List<Dispatch>> done) {
        ended.drainTo(taken);
        inFlight -= taken.size();
        if (taken.isEmpty()) {
            return;
        }
        try {
            done.accept(taken);
        } catch (RuntimeException e) {
            if (failure == null) {
                failure = e;
            } else {
                failure.addSuppressed(e);
            }
        }
    }
}
