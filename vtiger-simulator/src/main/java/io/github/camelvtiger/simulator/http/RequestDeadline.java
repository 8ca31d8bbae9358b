package io.github.camelvtiger.simulator.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/** Closes the connection of a request whose body has not arrived in time, however slowly it keeps coming. */
final class RequestDeadline implements HttpHandler {

    private final Duration complete;
    private final HttpHandler next;

    RequestDeadline(Duration complete, HttpHandler next) {
        this.complete = complete;
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (!exchange.isRequestComplete()) {
            XnioExecutor.Key key = exchange.getIoThread()
                    .executeAfter(() -> expired(exchange), complete.toMillis(), TimeUnit.MILLISECONDS);
            exchange.addExchangeCompleteListener((ended, listeners) -> {
                key.remove();
                listeners.proceed();
            });
        }
        next.handleRequest(exchange);
    }

    private static void expired(HttpServerExchange exchange) {
        if (!exchange.isRequestComplete()) {
            IoUtils.safeClose(exchange.getConnection());
        }
    }
}
