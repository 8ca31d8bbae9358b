package io.github.camelvtiger.routes.sync.message;

import io.github.camelvtiger.routes.Sentence;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.Target;
import io.github.camelvtiger.routes.sync.rows.UnwritableRowException;
import io.github.camelvtiger.routes.sync.template.SyncRouteList;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;

/** Sends the messages of a sync by its route to the endpoint, one at a time, and returns when the endpoint has each. */
public final class MessageSender {

    private final CamelContext context;
    private final String scheme;
    private final MessageForm form;
    private final String route;
    private final ProducerTemplate template;
    private Optional<EndpointKind> kind = Optional.empty();

    public MessageSender(CamelContext context, SyncDefinition sync) {
        this.context = context;
        this.form = new MessageForm((Target.Uri) sync.to());
        this.route = "direct:" + SyncRouteList.sendId(sync.name());
        this.template = context.createProducerTemplate();
        this.scheme = form.to().uri().scheme();
    }

    /**
     * @throws UnwritableRowException if the endpoint refuses this message
     * @throws IOException if the message could not be sent; another time it may
     */
    public void send(OutgoingMessage message) throws IOException {
        EndpointKind endpoint = kind();
        Map<String, Object> headers = headers(message, endpoint);
        Exchange sent = template.send(route, ExchangePattern.InOnly, exchange -> {
            exchange.getMessage().setHeaders(headers);
            exchange.getMessage()
                    .setBody(message.body().<Object>map(body -> body).orElseGet(endpoint::emptyBody));
        });
        Exception failure = sent.getException();
        if (failure != null) {
            Optional<UnwritableRowException> refusal = Refusals.of(failure);
            if (refusal.isPresent()) {
                throw refusal.get();
            }
            // Without its cause, which may have the whole address.
            throw new IOException(form.to().uri().label() + ": " + Sentence.of(failure));
        }
    }

    private synchronized EndpointKind kind() {
        if (kind.isEmpty()) {
            kind = Optional.of(EndpointKind.of(context, scheme));
        }
        return kind.get();
    }

    private Map<String, Object> headers(OutgoingMessage message, EndpointKind endpoint) {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put(endpoint.header("vtiger-event"), message.event());
        headers.put(endpoint.header("vtiger-id"), message.id());
        headers.put(endpoint.header("vtiger-module"), message.module());
        message.modified().ifPresent(time -> headers.put(endpoint.header("vtiger-modified-time"), time.toString()));
        endpoint.addTo(headers, message, form);
        return headers;
    }
}
