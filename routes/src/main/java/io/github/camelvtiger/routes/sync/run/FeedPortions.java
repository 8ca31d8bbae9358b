package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.VtigerConstants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.AsyncProcessorSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the route of a feed hands the records of one module to. They are written in portions, as a look-up takes as many as a
 * hundred at once, and each exchange ends when its portion is written: so the feed counts as done only what is.
 */
final class FeedPortions extends AsyncProcessorSupport {

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    /** After that a portion is written even if the feed has not said that there are no more. */
    private static final long PATIENCE_MILLIS = 500;

    private final String module;
    private final String target;
    private final FeedWriter writer;
    private final ScheduledExecutorService executor;
    private List<Waiting> waiting = new ArrayList<>();

    /**
     * @param module of the CRM that is read
     * @param target to which its records go
     * @param executor with one thread
     */
    FeedPortions(String module, String target, FeedWriter writer, ScheduledExecutorService executor) {
        this.module = module;
        this.target = target;
        this.writer = writer;
        this.executor = executor;
    }

    private record Waiting(FeedRecord record, Exchange exchange, AsyncCallback callback) {

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
            add(new Waiting(record(exchange.getMessage()), exchange, callback));
            return false;
        } catch (RuntimeException e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
    }

    private FeedRecord record(Message message) {
        @SuppressWarnings("unchecked") // what the component documents
        Map<String, Object> fields = message.getBody(Map.class);
        return new FeedRecord(
                module + " " + message.getHeader(VtigerConstants.RECORD_ID, String.class),
                target,
                "deleted".equals(message.getHeader(VtigerConstants.EVENT)),
                message.getHeader(VtigerConstants.MODIFIED_TIME, Instant.class),
                fields);
    }

    private synchronized void add(Waiting record) {
        waiting.add(record);
        boolean last = Boolean.TRUE.equals(record.exchange().getProperty(Exchange.BATCH_COMPLETE));
        try {
            if (last || waiting.size() >= RowChunks.ROWS) {
                executor.execute(this::flush);
            } else if (waiting.size() == 1) {
                executor.schedule(this::flush, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (RejectedExecutionException e) {
            waiting.remove(record);
            throw e;
        }
    }

    private synchronized List<Waiting> taken() {
        List<Waiting> taken = waiting;
        waiting = new ArrayList<>();
        return taken;
    }

    private void flush() {
        List<Waiting> portion = taken();
        if (portion.isEmpty()) {
            return;
        }
        int done = 0;
        String failure = "The application was stopped.";
        try {
            FeedWriter.Outcome outcome =
                    writer.write(portion.stream().map(Waiting::record).toList());
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
