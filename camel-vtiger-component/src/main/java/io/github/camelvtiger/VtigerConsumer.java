package io.github.camelvtiger;

import io.github.camelvtiger.changes.Answers;
import io.github.camelvtiger.changes.CursorTakenException;
import io.github.camelvtiger.changes.FeedProgress;
import io.github.camelvtiger.changes.FeedRefusedException;
import io.github.camelvtiger.changes.UnusableRows;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.VtigerRecord;
import io.github.camelvtiger.crm.TypedRecords;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.UnaryOperator;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledBatchPollingConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the polling consumers have in common: a poll ends when its exchanges have ended, a failed exchange is logged and
 * not thrown, a failure of the CRM or of the store fails the poll, and what can never work stops the consumer.
 */
abstract class VtigerConsumer extends ScheduledBatchPollingConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(VtigerConsumer.class);

    private final PollGate gate = new PollGate(this::release);
    private final UnusableRows unusable = new UnusableRows();
    private final ConsumerFigures figures;
    private final ConsumerHealth health;
    private volatile boolean refused;

    private boolean ended;
    private int completed;

    /** @param progress null for a consumer that follows nothing */
    VtigerConsumer(VtigerEndpoint endpoint, Processor processor, FeedProgress progress) {
        super(endpoint, processor);
        this.figures = new ConsumerFigures(endpoint, progress);
        this.health = new ConsumerHealth(endpoint, unusable, figures);
    }

    /** Reads pages and sends each through {@link #processBatch} while {@link #mayGoOn()}. */
    abstract void readPages() throws Exception;

    /** These have ended, and count as done by the option onFailure. */
    abstract void done(List<Dispatch> dispatches);

    /** The route failed for these, and they are to be tried again later. */
    abstract void park(List<Dispatch> dispatches);

    /** The event of a delivery, as in the header {@code CamelVtigerEvent}; null for none. */
    abstract String event(Dispatch dispatch);

    /** Lets go of what a later start takes again. No poll is running. */
    void release() {}

    /** The rows that this consumer left out. */
    final UnusableRows unusable() {
        return unusable;
    }

    final ConsumerFigures figures() {
        return figures;
    }

    final PollGate gate() {
        return gate;
    }

    @Override
    protected final int poll() throws Exception {
        gate.enter();
        try {
            if (refused || !isRunAllowed()) {
                return 0;
            }
            ended = false;
            completed = 0;
            readPages();
            reached();
            health.polled();
            return completed;
        } catch (FeedRefusedException | CursorTakenException e) {
            refuse(e);
            return 0;
        } catch (InvalidRecordException e) {
            health.missed(e);
            return 0;
        } catch (Exception e) {
            health.failed(e);
            throw e;
        } finally {
            gate.leave();
        }
    }

    /** The CRM has answered this poll: the consumer is ready, however long the poll takes. */
    final void reached() {
        health.reached();
        forceConsumerAsReady();
    }

    /** What the option typedValues makes of the records of a module. */
    final UnaryOperator<Map<String, Object>> typing(String module) {
        return getEndpoint().getConfiguration().isTypedValues()
                ? Answers.await(new TypedRecords(getEndpoint().client()).ofModule(module))
                : UnaryOperator.identity();
    }

    /** @param subject what {@link #done} and {@link #park} need to know of it */
    final Dispatch dispatch(String recordId, Map<String, Object> fields, Object subject) {
        Exchange exchange = createExchange(false);
        Message message = exchange.getIn();
        message.setBody(new VtigerRecord(fields));
        message.setHeader(VtigerConstants.RECORD_ID, recordId);
        String module = getEndpoint().getModule();
        if (module != null) {
            message.setHeader(VtigerConstants.MODULE, module);
            exchange.setProperty(VtigerConstants.CONSUMER_MODULE, module);
        }
        return new Dispatch(exchange, recordId, subject);
    }

    /** Whether this poll may send more. */
    final boolean mayGoOn() {
        return !ended && isBatchAllowed() && isPollAllowed();
    }

    @Override
    public final int processBatch(Queue<Object> dispatches) throws Exception {
        List<Dispatch> batch = dispatches.stream().map(Dispatch.class::cast).toList();
        int before = completed;
        pendingExchanges = batch.size();
        try {
            new ExchangeBatch(
                            getAsyncProcessor(),
                            getProcessor(),
                            getEndpoint().getConfiguration().getMaxInFlight(),
                            figures::sent)
                    .run(batch, () -> !ended && isBatchAllowed(), this::account);
        } finally {
            pendingExchanges = 0;
        }
        return completed - before;
    }

    private void account(List<Dispatch> finished) {
        pendingExchanges -= finished.size();
        OnFailure onFailure = getEndpoint().getConfiguration().getOnFailure();
        List<Dispatch> failed = finished.stream().filter(Dispatch::isFailed).toList();
        failed.forEach(this::logFailure);
        finished.forEach(dispatch -> figures.ended(event(dispatch), outcome(dispatch, onFailure)));
        ended = ended || !failed.isEmpty() && onFailure == OnFailure.STOP;
        completed += finished.size() - failed.size();
        done(finished.stream()
                .filter(dispatch -> onFailure == OnFailure.SKIP || !dispatch.isFailed())
                .toList());
        if (onFailure == OnFailure.PARK && !failed.isEmpty()) {
            park(failed);
        }
        finished.forEach(dispatch -> releaseExchange(dispatch.exchange(), false));
    }

    private static DeliveryOutcome outcome(Dispatch dispatch, OnFailure onFailure) {
        if (!dispatch.isFailed()) {
            return DeliveryOutcome.DELIVERED;
        }
        return onFailure == OnFailure.PARK ? DeliveryOutcome.PARKED : DeliveryOutcome.FAILED;
    }

    private void logFailure(Dispatch dispatch) {
        if (dispatch.unlogged() != null) {
            LOG.error("The route failed for {} of {}.", dispatch.recordId(), getEndpoint(), dispatch.unlogged());
        }
    }

    private void refuse(RuntimeException reason) {
        refused = true;
        health.failed(reason);
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
        gate.open();
        health.register(getRouteId());
        figures.start(getRouteId());
        super.doStart();
    }

    /** Exchanges that lie unread in a queue would not end by themselves: the poll that waits for them is not waited for. */
    @Override
    protected void doStop() throws Exception {
        try {
            gate.close(!ExchangeBatch.isQueue(getProcessor()), this::stopPolls);
        } finally {
            figures.stop();
        }
        if (!refused) {
            health.unregister();
        }
    }

    /** Interrupts a poll that is running. */
    void stopPolls() throws Exception {
        super.doStop();
    }

    @Override
    protected void doShutdown() throws Exception {
        health.unregister();
        super.doShutdown();
    }

    @Override
    public VtigerEndpoint getEndpoint() {
        return (VtigerEndpoint) super.getEndpoint();
    }
}
