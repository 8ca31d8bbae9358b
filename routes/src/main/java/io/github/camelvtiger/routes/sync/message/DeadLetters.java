package io.github.camelvtiger.routes.sync.message;

import io.github.camelvtiger.routes.Sentence;
import io.github.camelvtiger.routes.sync.definition.EndpointUri;
import io.github.camelvtiger.routes.sync.template.SyncRouteList;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;

/** Sends messages of which something was rejected to another endpoint, as they came, with the reason. */
public final class DeadLetters {

    /** What an endpoint says of its own delivery, and must not be said of the next one. */
    private static final Pattern OF_DELIVERY = Pattern.compile("(?i)(Camel|JMS|kafka\\.).*");

    private final CamelContext context;
    private final EndpointUri to;
    private final String route;
    private final ProducerTemplate template;

    public DeadLetters(CamelContext context, String sync, EndpointUri to) {
        this.context = context;
        this.route = "direct:" + SyncRouteList.deadId(sync);
        this.template = context.createProducerTemplate();
        this.to = to;
    }

    /** @throws IOException if it cannot be sent; the message is then to come again */
    public void send(Exchange exchange, String reason) throws IOException {
        Map<String, Object> headers = new LinkedHashMap<>();
        exchange.getMessage().getHeaders().forEach((name, value) -> {
            if (!OF_DELIVERY.matcher(name).matches()) {
                headers.put(name, value);
            }
        });
        headers.put(EndpointKind.of(context, to.scheme()).header("vtiger-reason"), reason);
        Exchange sent = template.send(route, ExchangePattern.InOnly, dead -> {
            dead.getMessage().setHeaders(headers);
            dead.getMessage().setBody(exchange.getMessage().getBody());
        });
        if (sent.getException() != null) {
            // Without its cause: Camel logs that of a message that comes again, and it may have the whole address.
            throw new IOException("The message could not be sent to deadLetter " + to.label() + ": "
                    + Sentence.of(sent.getException()));
        }
    }
}
