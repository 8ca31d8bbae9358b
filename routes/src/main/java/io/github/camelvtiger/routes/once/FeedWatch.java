package io.github.camelvtiger.routes.once;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.camel.Exchange;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeCompletedEvent;
import org.apache.camel.spi.CamelEvent.ExchangeCreatedEvent;
import org.apache.camel.support.EventNotifierSupport;

/**
 * Sees when the change feeds hand records out, and how many their routes have finished. It looks only at exchanges that a
 * {@code vtiger:changes} consumer made.
 */
public final class FeedWatch extends EventNotifierSupport {

    /** How the uri of each change feed begins. */
    public static final String FEED = "vtiger://changes/";

    private final Map<String, AtomicLong> completed = new ConcurrentHashMap<>();
    private final LongSupplier nanoClock;
    private volatile long lastHandedOut;

    /** @param nanoClock {@link System#nanoTime()} */
    public FeedWatch(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        this.lastHandedOut = nanoClock.getAsLong();
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof ExchangeCreatedEvent begun && isFeed(begun.getExchange())) {
            lastHandedOut = nanoClock.getAsLong();
        } else if (event instanceof ExchangeCompletedEvent done && isFeed(done.getExchange())) {
            completed
                    .computeIfAbsent(done.getExchange().getFromRouteId(), route -> new AtomicLong())
                    .incrementAndGet();
        }
    }

    private static boolean isFeed(Exchange exchange) {
        return exchange.getFromEndpoint() != null
                && exchange.getFromEndpoint().getEndpointUri().startsWith(FEED);
    }

    /** For how many nanoseconds no feed has handed anything out. */
    long nanosSinceHandedOut() {
        return nanoClock.getAsLong() - lastHandedOut;
    }

    /** How many records a route was done with without failure. */
    public long completed(String routeId) {
        AtomicLong count = completed.get(routeId);
        return count == null ? 0 : count.get();
    }
}
