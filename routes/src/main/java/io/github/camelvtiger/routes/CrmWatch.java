package io.github.camelvtiger.routes;

import io.github.camelvtiger.client.RateLimitedException;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.client.TransportException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees by the polls of the feeds whether the CRM answers: one line when it stops, one when it answers again. What else
 * fails a poll is logged when it begins and when it changes, not at every poll.
 */
public final class CrmWatch implements PollingConsumerPollStrategy, ExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger("crm");

    private final LongSupplier nanoClock;
    private final Set<Endpoint> unanswered = new HashSet<>();
    private final Map<Endpoint, String> failing = new HashMap<>();
    private long since;

    /** @param nanoClock {@link System#nanoTime()} */
    CrmWatch(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** Whether it is the CRM, or the way to it, that fails, and not what was asked. */
    static boolean isOutage(Throwable failure) {
        return failure instanceof TransportException
                || failure instanceof RateLimitedException
                || failure instanceof ServerFailureException;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint feed) {
        return true;
    }

    @Override
    public synchronized void commit(Consumer consumer, Endpoint feed, int polledMessages) {
        failing.remove(feed);
        if (unanswered.remove(feed) && unanswered.isEmpty()) {
            LOG.info("The CRM answers again, after {}.", text(Duration.ofNanos(nanoClock.getAsLong() - since)));
        }
    }

    @Override
    public synchronized boolean rollback(Consumer consumer, Endpoint feed, int retryCounter, Exception failure) {
        String sentence = Sentence.of(failure);
        if (!isOutage(failure)) {
            if (!sentence.equals(failing.put(feed, sentence))) {
                LOG.warn("{} cannot be read: {} It is tried again at every poll.", name(feed), sentence);
            }
        } else if (unanswered.isEmpty()) {
            since = nanoClock.getAsLong();
            unanswered.add(feed);
            LOG.warn("The CRM does not answer: {} It is asked again at every poll.", sentence);
        } else {
            unanswered.add(feed);
        }
        return false;
    }

    private static String name(Endpoint feed) {
        return feed.getEndpointBaseUri();
    }

    private static String text(Duration outage) {
        long hours = outage.toHours();
        String minutesAndSeconds = outage.toMinutesPart() + " min " + outage.toSecondsPart() + " s";
        return hours == 0 ? minutesAndSeconds : hours + " h " + minutesAndSeconds;
    }

    @Override
    public void handleException(Throwable exception) {
        handleException(null, null, exception);
    }

    @Override
    public void handleException(String message, Throwable exception) {
        handleException(message, null, exception);
    }

    /** A failed poll has been logged by {@link #rollback}. */
    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {
        if (message == null || !message.startsWith("Failed polling endpoint")) {
            LOG.warn("{}: {}", message, Sentence.of(exception));
        }
    }
}
