package io.github.camelvtiger.routes;

import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.PollingConsumerPollStrategy;

/** Lets the next poll try again. */
public final class PollFailures implements PollingConsumerPollStrategy, ExceptionHandler {

    @Override
    public boolean begin(Consumer consumer, Endpoint feed) {
        return true;
    }

    @Override
    public void commit(Consumer consumer, Endpoint feed, int polledMessages) {}

    @Override
    public boolean rollback(Consumer consumer, Endpoint feed, int retryCounter, Exception failure) {
        return false;
    }

    @Override
    public void handleException(Throwable exception) {}

    @Override
    public void handleException(String message, Throwable exception) {}

    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {}
}
