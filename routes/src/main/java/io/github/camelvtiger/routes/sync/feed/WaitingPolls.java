package io.github.camelvtiger.routes.sync.feed;

import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds the polls of the feeds of a sync back while it waits for another one. */
public final class WaitingPolls implements PollingConsumerPollStrategy {

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    private final String sync;
    private final PollingConsumerPollStrategy watch;
    private final Supplier<Optional<String>> hindrance;
    private String said = "";

    /**
     * @param watch of polls that are made
     * @param hindrance why none is to be made yet, in one sentence
     */
    public WaitingPolls(String sync, PollingConsumerPollStrategy watch, Supplier<Optional<String>> hindrance) {
        this.sync = sync;
        this.watch = watch;
        this.hindrance = hindrance;
    }

    /** How the templates call the one of a sync. */
    public static String name(String sync) {
        return "sync-" + sync + "-after";
    }

    @Override
    public synchronized boolean begin(Consumer consumer, Endpoint feed) {
        Optional<String> why = hindrance.get();
        why.filter(sentence -> !sentence.equals(said)).ifPresent(sentence -> LOG.info("{}: {}", sync, sentence));
        said = why.orElse("");
        return why.isEmpty() && watch.begin(consumer, feed);
    }

    @Override
    public void commit(Consumer consumer, Endpoint feed, int polledMessages) {
        watch.commit(consumer, feed, polledMessages);
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint feed, int retryCounter, Exception failure) throws Exception {
        return watch.rollback(consumer, feed, retryCounter, failure);
    }
}
