package io.github.camelvtiger;

import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;

final class QueryConsumer extends ScheduledPollConsumer {

    QueryConsumer(VtigerEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
    }

    @Override
    protected int poll() {
        throw new UnsupportedOperationException("being written");
    }
}
