package io.github.camelvtiger.routes.sync.template;

import io.github.camelvtiger.routes.sync.definition.EndpointUri;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The address of an endpoint as a source: with the options without which a broker would count a message as done before it is. What the
 * sync file says wins.
 */
final class ConsumerAddress {

    private static final Set<String> OF_JMS = Set.of("jms", "activemq", "activemq6", "amqp");

    private ConsumerAddress() {}

    static String of(EndpointUri uri, String sync) {
        String scheme = uri.text().substring(0, uri.text().indexOf(':'));
        Map<String, String> options = new LinkedHashMap<>();
        if (OF_JMS.contains(scheme)) {
            options.put("transacted", "true");
        } else if (scheme.equals("kafka")) {
            // The steps commit the offset of a message that is done; one that fails is read again, and not passed over.
            options.put("allowManualCommit", "true");
            options.put("autoCommitEnable", "false");
            options.put("breakOnFirstError", "true");
            options.put("groupId", SyncRouteList.runId(sync));
            options.put("autoOffsetReset", "earliest");
        }
        StringBuilder text = new StringBuilder(uri.text());
        options.forEach((option, value) -> {
            if (!Pattern.compile("[?&]" + option + "=").matcher(uri.text()).find()) {
                text.append(text.indexOf("?") < 0 ? '?' : '&')
                        .append(option)
                        .append('=')
                        .append(value);
            }
        });
        return text.toString();
    }
}
