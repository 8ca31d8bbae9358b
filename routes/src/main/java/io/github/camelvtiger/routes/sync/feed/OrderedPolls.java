package io.github.camelvtiger.routes.sync.feed;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;

/**
 * Holds the first poll of a module back until those have been read to their end to which its records refer, so that references find
 * what they lead to. Each feed of a sync has one of its own.
 */
public final class OrderedPolls implements PollingConsumerPollStrategy {

    private final String module;
    private final PollingConsumerPollStrategy watch;
    private final Supplier<List<String>> order;
    private final Predicate<String> level;
    private final java.util.function.Consumer<String> reached;
    private boolean begun;

    /**
     * @param watch of polls that are made
     * @param order the modules of the sync, each behind those to which it refers
     * @param level whether a module has been read to its end
     * @param reached called when this one has been
     */
    public OrderedPolls(
            String module,
            PollingConsumerPollStrategy watch,
            Supplier<List<String>> order,
            Predicate<String> level,
            java.util.function.Consumer<String> reached) {
        this.module = module;
        this.watch = watch;
        this.order = order;
        this.level = level;
        this.reached = reached;
    }

    @Override
    public synchronized boolean begin(Consumer consumer, Endpoint feed) {
        begun = begun || isNext();
        return begun && watch.begin(consumer, feed);
    }

    /** A CRM that cannot say what its modules are does not answer the poll either, which says so. */
    private boolean isNext() {
        try {
            List<String> modules = order.get();
            return modules.subList(0, modules.indexOf(module)).stream().allMatch(level);
        } catch (RuntimeException unanswered) {
            return true;
        }
    }

    @Override
    public void commit(Consumer consumer, Endpoint feed, int polledMessages) {
        reached.accept(module);
        watch.commit(consumer, feed, polledMessages);
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint feed, int retryCounter, Exception failure) throws Exception {
        return watch.rollback(consumer, feed, retryCounter, failure);
    }
}
