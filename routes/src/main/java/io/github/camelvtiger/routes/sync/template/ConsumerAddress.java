package io.github.camelvtiger.routes.sync.template;

import io.github.camelvtiger.routes.sync.definition.EndpointUri;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The address of an endpoint as a source: with the options without which a broker would count a message as done before it is. What the
 * sync file says wins.
 */
final class ConsumerAddress {

    private static final Set<String> OF_JMS = Set.of("jms", "activemq", "activemq6", "amqp");

    private ConsumerAddress() {}

    static String of(EndpointUri uri, String sync) {
        Map<String, String> options = new LinkedHashMap<>();
        if (OF_JMS.contains(uri.scheme())) {
            options.put("transacted", "true");
        } else if (uri.scheme().equals("kafka")) {
            // The steps commit the offset of a message that is done; one that fails is read again, and not passed over.
            options.put("allowManualCommit", "true");
            options.put("autoCommitEnable", "false");
            options.put("breakOnFirstError", "true");
            options.put("groupId", SyncRouteList.runId(sync));
            options.put("autoOffsetReset", "earliest");
        }
        EndpointUri address = uri;
        for (Map.Entry<String, String> option : options.entrySet()) {
            if (!uri.options().contains(option.getKey())) {
                address = address.with(option.getKey(), option.getValue());
            }
        }
        return address.text();
    }
}
