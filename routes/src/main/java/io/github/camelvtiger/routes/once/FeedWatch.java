package io.github.camelvtiger.routes.once;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeCompletedEvent;
import org.apache.camel.spi.CamelEvent.ExchangeCreatedEvent;
import org.apache.camel.support.EventNotifierSupport;

/**
 * Sees what the change feeds hand out and what the routes have done with it. It looks only at exchanges that a
 * {@code vtiger:changes} consumer made.
 */
public final class FeedWatch extends EventNotifierSupport {

    /** How the uri of each change feed begins. */
    public static final String FEED = "vtiger://changes/";

    private final Map<String, Map<?, ?>> unfinished = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> created = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> completed = new ConcurrentHashMap<>();

    private final Consumer<Map<?, ?>> delivered;

    /** @param delivered receives each record that a route has finished, in the state that it got */
    public FeedWatch(Consumer<Map<?, ?>> delivered) {
        this.delivered = delivered;
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof ExchangeCreatedEvent begun && isFeed(begun.getExchange())) {
            Exchange exchange = begun.getExchange();
            count(created, exchange);
            if (exchange.getMessage().getBody() instanceof Map<?, ?> record) {
                unfinished.put(exchange.getExchangeId(), record);
            }
        } else if (event instanceof ExchangeCompletedEvent done && isFeed(done.getExchange())) {
            count(completed, done.getExchange());
            Map<?, ?> record = unfinished.remove(done.getExchange().getExchangeId());
            if (record != null) {
                delivered.accept(record);
            }
        } else if (event instanceof CamelEvent.ExchangeFailedEvent failed) {
            unfinished.remove(failed.getExchange().getExchangeId());
        }
    }

    private static boolean isFeed(Exchange exchange) {
        return exchange.getFromEndpoint() != null
                && exchange.getFromEndpoint().getEndpointUri().startsWith(FEED);
    }

    private static void count(Map<String, AtomicLong> counts, Exchange exchange) {
        counts.computeIfAbsent(exchange.getFromRouteId(), route -> new AtomicLong())
                .incrementAndGet();
    }

    /** How many records the feed of a route has handed out. */
    public long handedOut(String routeId) {
        return of(created, routeId);
    }

    /** How many records a route was done with without failure. */
    public long completed(String routeId) {
        return of(completed, routeId);
    }

    private static long of(Map<String, AtomicLong> counts, String routeId) {
        AtomicLong count = counts.get(routeId);
        return count == null ? 0 : count.get();
    }
}
