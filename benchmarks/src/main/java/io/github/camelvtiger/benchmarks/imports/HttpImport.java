package io.github.camelvtiger.benchmarks.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvtiger.benchmarks.Crm;
import io.github.camelvtiger.benchmarks.HttpSession;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** What a person writes with camel-http alone: each row is looked up, compared and, if it differs, written. */
final class HttpImport implements Import, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final AtomicLong changed = new AtomicLong();
    private final HttpSession session;

    HttpImport(Crm crm) throws Exception {
        session = new HttpSession(context, crm.url(), crm.username(), crm.accessKey());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:file")
                        .split(body().tokenize("\n"))
                        .streaming()
                        .filter(simple("${exchangeProperty.CamelSplitIndex} > 0"))
                        .process(HttpImport.this::lookUp)
                        .toD("${header.address}")
                        .process(HttpImport.this::compare)
                        .filter(simple("${header.differs}"))
                        .to(session.service())
                        .process(
                                exchange -> session.result(exchange.getMessage().getBody(String.class)));
            }
        });
        context.start();
        session.logIn();
    }

    private void lookUp(Exchange exchange) {
        String[] cells = exchange.getMessage().getBody(String.class).split(",");
        exchange.setProperty("cells", cells);
        exchange.getMessage().setBody(null);
        exchange.getMessage()
                .setHeader(
                        "address",
                        session.address(
                                "query",
                                Map.of(
                                        "query",
                                        "select id, phone, lastname, assigned_user_id from Contacts where email = '"
                                                + cells[0] + "';")));
    }

    private void compare(Exchange exchange) throws Exception {
        String[] cells = exchange.getProperty("cells", String[].class);
        JsonNode found =
                session.result(exchange.getMessage().getBody(String.class)).path(0);
        boolean differs = !found.path("phone").asText().equals(cells[1]);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader("differs", differs);
        if (differs) {
            ObjectNode record =
                    JSON.createObjectNode().put("id", found.path("id").asText()).put("phone", cells[1]);
            exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/x-www-form-urlencoded");
            exchange.getMessage()
                    .setBody("operation=revise&sessionName=" + session.id() + "&element="
                            + HttpSession.encoded(record.toString()));
            changed.incrementAndGet();
        }
    }

    @Override
    public long run(Path file) {
        changed.set(0);
        Exchange done = context.createProducerTemplate()
                .request("direct:file", exchange -> exchange.getMessage().setBody(file.toFile()));
        if (done.getException() != null) {
            throw new IllegalStateException(done.getException());
        }
        return changed.get();
    }

    @Override
    public void close() {
        context.stop();
    }
}
