package io.github.camelvtiger;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one consumer of an endpoint from which hints come, for all feeds that take them from there. It belongs to no route. Where it
 * cannot be started, as while a broker is down, it is tried again: without hints a feed is slower, and loses nothing.
 */
final class HintSource extends ServiceSupport {

    private static final Logger LOG = LoggerFactory.getLogger(HintSource.class);

    private static final long RETRY_SECONDS = 5;

    private final CamelContext context;
    private final Endpoint endpoint;
    private final List<Consumer<Hint>> feeds = new CopyOnWriteArrayList<>();
    private ScheduledExecutorService starter;
    private org.apache.camel.Consumer consumer;
    private boolean warned;

    /** @throws Exception if nothing can be consumed from the endpoint */
    HintSource(CamelContext context, Endpoint endpoint) throws Exception {
        this.context = context;
        this.endpoint = endpoint;
        this.consumer = endpoint.createConsumer(new Messages());
    }

    void add(Consumer<Hint> feed) {
        feeds.add(feed);
    }

    /** @return whether no feed is left */
    boolean remove(Consumer<Hint> feed) {
        feeds.remove(feed);
        return feeds.isEmpty();
    }

    @Override
    protected void doStart() {
        starter = context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "VtigerHintSource");
        starter.execute(this::startConsumer);
    }

    /** On a thread of its own, because connecting may take its time. */
    private synchronized void startConsumer() {
        try {
            if (consumer == null) {
                consumer = endpoint.createConsumer(new Messages());
            }
            ServiceHelper.startService(endpoint, consumer);
            if (warned) {
                LOG.info("Hints come from {} now.", endpoint);
            }
        } catch (Exception down) {
            if (!warned) {
                warned = true;
                LOG.warn(
                        "No hints come from {}, which cannot be started; it is tried again every {} seconds, and the feeds go"
                                + " by their delay: {}",
                        endpoint,
                        RETRY_SECONDS,
                        down.getClass().getName());
            }
            // One whose start has failed cannot be started again.
            ServiceHelper.stopAndShutdownService(consumer);
            consumer = null;
            if (!starter.isShutdown()) {
                starter.schedule(this::startConsumer, RETRY_SECONDS, TimeUnit.SECONDS);
            }
        }
    }

    @Override
    protected void doStop() {
        context.getExecutorServiceManager().shutdownNow(starter);
        synchronized (this) {
            ServiceHelper.stopAndShutdownService(consumer);
        }
    }

    /** Apart from this service, because a consumer stops its processor. */
    private final class Messages extends AsyncProcessorSupport {

        /** The message is done at once, whatever it says, and whatever comes of it. */
        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            Hint hint = Hint.of(exchange);
            LOG.debug("A hint has come from {}.", endpoint);
            feeds.forEach(feed -> feed.accept(hint));
            exchange.getMessage().setBody(null);
            callback.done(true);
            return true;
        }
    }
}
