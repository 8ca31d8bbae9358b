package io.github.camelvtiger;

import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;

/** Calls the CRM for each exchange. */
final class VtigerProducer extends DefaultAsyncProducer {

    VtigerProducer(VtigerEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        exchange.setException(new UnsupportedOperationException("being written"));
        callback.done(true);
        return true;
    }
}
