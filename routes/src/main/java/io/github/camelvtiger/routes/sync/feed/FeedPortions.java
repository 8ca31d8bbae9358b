package io.github.camelvtiger.routes.sync.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.AsyncProcessorSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the route of a feed hands the records of one module to. They are written in portions, since many together cost little more than one,
 * and each exchange ends when its portion is written: so the feed counts as done only what is.
 *
 * @param <T> what is written of a record
 */
public final class FeedPortions<T> extends AsyncProcessorSupport {

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    /** After that a portion is written even if the feed has not said that there are no more. */
    private static final long PATIENCE_MILLIS = 500;

    /** A component has so many exchanges in flight at most, unless it is set otherwise. */
    private static final int SIZE = 100;

    private final String module;
    private final Function<Message, T> records;
    private final Writer<T> writer;
    private final ScheduledExecutorService executor;
    private List<Waiting<T>> waiting = new ArrayList<>();

    /**
     * Writes portions.
     *
     * @param <T> what is written of a record
     */
    public interface Writer<T> {

        /** Returns when as many as possible are done with. */
        Outcome write(List<T> records) throws InterruptedException;
    }

    /**
     * What became of records.
     *
     * @param done how many are done with, from the first one on; the others are to come again
     * @param message why they are; empty if all are done
     */
    public record Outcome(int done, Optional<String> message) {}

    /**
     * @param module of the CRM that is read
     * @param records what is written of a message of the feed
     * @param executor with one thread
     */
    public FeedPortions(
            String module, Function<Message, T> records, Writer<T> writer, ScheduledExecutorService executor) {
        this.module = module;
        this.records = records;
        this.writer = writer;
        this.executor = executor;
    }

    private record Waiting<T>(T record, Exchange exchange, AsyncCallback callback) {

        void done() {
            callback.done(false);
        }

        /** What is to be said of it has been logged; Camel takes an exchange with this property for one that was. */
        void failed(Exception why) {
            exchange.setProperty(Exchange.EXCEPTION_CAUGHT, why);
            exchange.setException(why);
            callback.done(false);
        }
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            add(new Waiting<>(records.apply(exchange.getMessage()), exchange, callback));
            return false;
        } catch (RuntimeException e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
    }

    private synchronized void add(Waiting<T> record) {
        waiting.add(record);
        boolean last = Boolean.TRUE.equals(record.exchange().getProperty(Exchange.BATCH_COMPLETE));
        try {
            if (last || waiting.size() >= SIZE) {
                executor.execute(this::flush);
            } else if (waiting.size() == 1) {
                executor.schedule(this::flush, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (RejectedExecutionException e) {
            waiting.remove(record);
            throw e;
        }
    }

    private synchronized List<Waiting<T>> taken() {
        List<Waiting<T>> taken = waiting;
        waiting = new ArrayList<>();
        return taken;
    }

    private void flush() {
        List<Waiting<T>> portion = taken();
        if (portion.isEmpty()) {
            return;
        }
        int done = 0;
        String failure = "The sync was stopped.";
        try {
            Outcome outcome = writer.write(portion.stream().map(Waiting::record).toList());
            done = outcome.done();
            failure = outcome.message().orElse("");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // The feed waits for each of the records.
            LOG.error("{} records of {} could not be written, and come again: {}", portion.size(), module, e, e);
            failure = e.toString();
        }
        portion.subList(0, done).forEach(Waiting::done);
        Exception why = new IllegalStateException(failure);
        portion.subList(done, portion.size()).forEach(record -> record.failed(why));
    }

    @Override
    protected void doStop() {
        executor.shutdown();
    }
}
