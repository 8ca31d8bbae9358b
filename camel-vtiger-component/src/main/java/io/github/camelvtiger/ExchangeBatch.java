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

/**
 * Sends the exchanges of one page through a route, only so many unfinished at a time, and gives back those that are done
 * on the thread that called: so whoever keeps account of them needs no locks.
 */
final class ExchangeBatch {

    private final AsyncProcessor route;
    private final int maxInFlight;
    private final BlockingQueue<Exchange> finished = new LinkedBlockingQueue<>();
    private int inFlight;
    private RuntimeException failure;

    ExchangeBatch(AsyncProcessor route, int maxInFlight) {
        this.route = route;
        this.maxInFlight = maxInFlight;
    }

    /**
     * Returns when all that were sent are done.
     *
     * @param goOn whether another one may be sent
     * @param done takes what is done, failed or not; when it throws, no more are sent, and it is thrown at the end
     */
    void run(List<Exchange> exchanges, BooleanSupplier goOn, Consumer<List<Exchange>> done)
            throws InterruptedException {
        number(exchanges);
        Iterator<Exchange> waiting = exchanges.iterator();
        while (true) {
            if (inFlight < maxInFlight && waiting.hasNext() && failure == null && goOn.getAsBoolean()) {
                send(waiting.next());
                account(new ArrayList<>(), done);
            } else if (inFlight > 0) {
                account(new ArrayList<>(List.of(finished.take())), done);
            } else {
                break;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static void number(List<Exchange> exchanges) {
        for (int index = 0; index < exchanges.size(); index++) {
            Exchange exchange = exchanges.get(index);
            exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, exchanges.size());
            exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, index);
            exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, index == exchanges.size() - 1);
        }
    }

    private void send(Exchange exchange) {
        inFlight++;
        route.process(exchange, doneSync -> finished.add(exchange));
    }

    private void account(List<Exchange> taken, Consumer<List<Exchange>> done) {
        finished.drainTo(taken);
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
