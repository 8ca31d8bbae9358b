package io.github.camelvtiger.routes.sync.message;

import org.apache.camel.Exchange;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;

/** Tells an endpoint that a message is done, if it does not see that by the end of its exchange. */
public final class Acknowledgement {

    private Acknowledgement() {}

    public static void of(Exchange exchange) {
        KafkaManualCommit commit =
                exchange.getMessage().getHeader(KafkaConstants.MANUAL_COMMIT, KafkaManualCommit.class);
        if (commit != null) {
            commit.commit();
        }
    }
}
