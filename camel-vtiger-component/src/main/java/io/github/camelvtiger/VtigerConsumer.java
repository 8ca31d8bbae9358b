package io.github.camelvtiger;

import io.github.camelvtiger.changes.CursorTakenException;
import io.github.camelvtiger.changes.FeedRefusedException;
import io.github.camelvtiger.client.VtigerRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.support.ScheduledBatchPollingConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the polling consumers have in common: a poll ends when its exchanges are done, a failed exchange is logged and
 * not thrown, a failure of the CRM or of the store fails the poll, and what can never work stops the consumer.
 */
abstract class VtigerConsumer extends ScheduledBatchPollingConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(VtigerConsumer.class);

    /** The id of an exchange's record, as a property: the route may overwrite headers. */
    private static final String SUBJECT = "CamelVtigerSubject";

    /** How long a stop waits for a running poll before it is interrupted, and then for what the interrupt does. */
    private static final long PATIENCE_SECONDS = 10;

    private final ReentrantLock poll = new ReentrantLock();
    private ConsumerHealthCheck healthCheck;
    private volatile boolean refused;
    private volatile boolean abandoned;

    private boolean ended;
    private int completed;

    VtigerConsumer(VtigerEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
    }

    /** Reads pages and sends each through {@link #processBatch} while {@link #mayGoOn()}. */
    abstract void readPages() throws Exception;

    /** The route is done with these, as far as the option onFailure counts them as done. */
    abstract void done(List<Exchange> exchanges);

    /** The route failed for these, and they are to be tried again later. */
    abstract void park(List<Exchange> exchanges);

    /** Lets go of what a later start takes again. No poll is running. */
    void release() {}

    @Override
    protected final int poll() throws Exception {
        poll.lock();
        try {
            if (refused || !isRunAllowed()) {
                return 0;
            }
            ended = false;
            completed = 0;
            readPages();
            healthCheck.polled(null);
            forceConsumerAsReady();
            return completed;
        } catch (FeedRefusedException | CursorTakenException e) {
            refuse(e);
            return 0;
        } catch (Exception e) {
            healthCheck.polled(e);
            throw e;
        } finally {
            endPoll();
        }
    }

    /**
     * Does something that no poll may run beside.
     *
     * @throws IllegalStateException when a poll is running and does not end soon
     */
    final <T> T betweenPolls(Supplier<T> work) {
        try {
            if (!poll.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("A poll of " + getEndpoint()
                        + " is running; try again when it is over, or stop the route first.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The wait for the end of the poll was interrupted.", e);
        }
        try {
            return work.get();
        } finally {
            poll.unlock();
        }
    }

    final Exchange exchange(String recordId, Map<String, Object> fields) {
        Exchange exchange = createExchange(false);
        exchange.setProperty(SUBJECT, recordId);
        Message message = exchange.getIn();
        message.setBody(new VtigerRecord(fields));
        message.setHeader(VtigerConstants.RECORD_ID, recordId);
        if (getEndpoint().getModule() != null) {
            message.setHeader(VtigerConstants.MODULE, getEndpoint().getModule());
        }
        return exchange;
    }

    /** Whether this poll may send more. */
    final boolean mayGoOn() {
        return !ended && isBatchAllowed() && isPollAllowed();
    }

    @Override
    public final int processBatch(Queue<Object> exchanges) throws Exception {
        List<Exchange> batch = exchanges.stream().map(Exchange.class::cast).toList();
        int before = completed;
        pendingExchanges = batch.size();
        try {
            new ExchangeBatch(
                            getAsyncProcessor(),
                            getEndpoint().getConfiguration().getMaxInFlight())
                    .run(batch, () -> !ended && isBatchAllowed(), this::account);
        } finally {
            pendingExchanges = 0;
        }
        return completed - before;
    }

    private void account(List<Exchange> finished) {
        pendingExchanges -= finished.size();
        OnFailure onFailure = getEndpoint().getConfiguration().getOnFailure();
        List<Exchange> failed =
                finished.stream().filter(VtigerConsumer::isFailed).toList();
        failed.forEach(this::logFailure);
        ended = ended || !failed.isEmpty() && onFailure == OnFailure.STOP;
        completed += finished.size() - failed.size();
        done(finished.stream()
                .filter(exchange -> onFailure == OnFailure.SKIP || !isFailed(exchange))
                .toList());
        if (onFailure == OnFailure.PARK && !failed.isEmpty()) {
            park(failed);
        }
        finished.forEach(exchange -> releaseExchange(exchange, false));
    }

    private static boolean isFailed(Exchange exchange) {
        return exchange.isFailed() || exchange.isRollbackOnly() || exchange.isRollbackOnlyLast();
    }

    /** An error handler has logged it already when it gave up; a route without one has not. */
    private void logFailure(Exchange exchange) {
        if (exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT) == null) {
            LOG.error(
                    "The route failed for {} of {}.",
                    exchange.getProperty(SUBJECT),
                    getEndpoint(),
                    exchange.getException());
        }
    }

    private void refuse(RuntimeException reason) {
        refused = true;
        healthCheck.polled(reason);
        LOG.error("The consumer of {} stops: {}", getEndpoint(), reason.getMessage());
        getScheduler().unscheduleTask();
        if (getRoute() != null) {
            CamelContext context = getEndpoint().getCamelContext();
            String id = getRoute().getRouteId();
            // On a thread of its own: a stop waits for the poll that asks for it.
            context.getExecutorServiceManager()
                    .newThread("VtigerStop", () -> stopRoute(context, id))
                    .start();
        }
    }

    private static void stopRoute(CamelContext context, String id) {
        try {
            context.getRouteController().stopRoute(id);
        } catch (Exception e) {
            LOG.warn("The route {} could not be stopped.", id, e);
        }
    }

    @Override
    protected void doStart() throws Exception {
        refused = false;
        abandoned = false;
        unregister();
        healthCheck = new ConsumerHealthCheck(
                getEndpoint(), getRouteId(), getEndpoint().getComponent().isHealthCheckConsumerEnabled());
        healthChecks().ifPresent(registry -> registry.register(healthCheck));
        super.doStart();
    }

    /** A shutdown that runs out of time interrupts this thread; what a later start needs is released all the same. */
    @Override
    protected void doStop() throws Exception {
        boolean interrupted = false;
        boolean idle = false;
        try {
            idle = poll.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        try {
            super.doStop();
            idle = idle || poll.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            abandoned = true;
            if (idle || poll.tryLock()) {
                endPoll();
            }
        }
        if (!refused) {
            unregister();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A poll that outlives the stop, because its route heeds no interrupt, releases what it used itself. */
    private void endPoll() {
        try {
            if (abandoned) {
                release();
            }
        } finally {
            poll.unlock();
        }
    }

    @Override
    protected void doShutdown() throws Exception {
        unregister();
        super.doShutdown();
    }

    private void unregister() {
        if (healthCheck != null) {
            healthChecks().ifPresent(registry -> registry.unregister(healthCheck));
        }
    }

    private Optional<HealthCheckRegistry> healthChecks() {
        return Optional.ofNullable(HealthCheckRegistry.get(getEndpoint().getCamelContext()));
    }

    @Override
    public VtigerEndpoint getEndpoint() {
        return (VtigerEndpoint) super.getEndpoint();
    }
}
