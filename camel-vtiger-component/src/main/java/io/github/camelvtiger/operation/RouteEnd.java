package io.github.camelvtiger.operation;

import java.io.Closeable;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the streams of an exchange when its route is through with it, read or not. Where no route runs, as behind a
 * template that sends to the endpoint itself, a stream belongs to whoever reads it.
 */
final class RouteEnd {

    private static final Logger LOG = LoggerFactory.getLogger(RouteEnd.class);

    private RouteEnd() {}

    static void close(Exchange exchange, Closeable stream) {
        if (!isInRoute(exchange)) {
            return;
        }
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                try {
                    stream.close();
                } catch (IOException unclosable) {
                    LOG.debug("a stream could not be closed", unclosable);
                }
            }
        });
    }

    /** An exchange without a unit of work is part of another one, as that of an enricher, which takes the completions over. */
    private static boolean isInRoute(Exchange exchange) {
        UnitOfWork unit = exchange.getUnitOfWork();
        return unit == null || unit.getRoute() != null;
    }
}
