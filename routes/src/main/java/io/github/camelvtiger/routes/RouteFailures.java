package io.github.camelvtiger.routes;

import io.github.camelvtiger.VtigerConstants;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs in one sentence that a route failed, in the place of the error handler's page. */
public final class RouteFailures {

    RouteFailures() {}

    public void log(
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failure,
            @ExchangeProperty(Exchange.FAILURE_ROUTE_ID) String route,
            Exchange exchange) {
        Logger log = LoggerFactory.getLogger(route);
        Object record = exchange.getMessage().getHeader(VtigerConstants.RECORD_ID);
        if (record == null) {
            log.error("It failed: {}", Sentence.of(failure));
        } else {
            log.error(
                    "The route did not finish the record {}, so the next poll tries it again: {}",
                    record,
                    Sentence.of(failure));
        }
    }
}
