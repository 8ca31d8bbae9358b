package io.github.camelvtiger.routes.once;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeFailedEvent;
import org.apache.camel.support.EventNotifierSupport;

/** Counts the files that a route gave up as a whole. Rows that were rejected are not failures of their file. */
public final class RefusedFiles extends EventNotifierSupport {

    private final String routeId;
    private final AtomicLong number = new AtomicLong();

    public RefusedFiles(String routeId) {
        this.routeId = routeId;
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof ExchangeFailedEvent failed
                && routeId.equals(failed.getExchange().getFromRouteId())) {
            number.incrementAndGet();
        }
    }

    public long number() {
        return number.get();
    }
}
