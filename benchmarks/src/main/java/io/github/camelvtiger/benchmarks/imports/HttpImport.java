package io.github.camelvtiger.benchmarks.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** What a person writes with camel-http alone: each row is looked up, compared and, if it differs, written. */
final class HttpImport implements Import, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final Crm crm;
    private final String service;
    private final AtomicLong changed = new AtomicLong();
    private String session;

    HttpImport(Crm crm) throws Exception {
        this.crm = crm;
        this.service = crm.url().replaceAll("/+$", "") + "/webservice.php";
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
                        .to(service)
                        .process(exchange -> result(exchange.getMessage().getBody(String.class)));
            }
        });
        context.start();
        logIn();
    }

    private void logIn() throws Exception {
        String token = result(template(service + "?operation=getchallenge&username=" + encoded(crm.username()), null))
                .path("token")
                .asText();
        String key = HexFormat.of()
                .formatHex(MessageDigest.getInstance("MD5")
                        .digest((token + crm.accessKey()).getBytes(StandardCharsets.UTF_8)));
        session = result(template(
                        service, "operation=login&username=" + encoded(crm.username()) + "&accessKey=" + encoded(key)))
                .path("sessionName")
                .asText();
    }

    private String template(String uri, String form) {
        return context.createProducerTemplate()
                .request(uri, exchange -> {
                    exchange.getMessage().setBody(form);
                    if (form != null) {
                        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/x-www-form-urlencoded");
                    }
                })
                .getMessage()
                .getBody(String.class);
    }

    private void lookUp(Exchange exchange) {
        String[] cells = exchange.getMessage().getBody(String.class).split(",");
        exchange.setProperty("cells", cells);
        exchange.getMessage().setBody(null);
        exchange.getMessage()
                .setHeader(
                        "address",
                        service + "?operation=query&sessionName=" + session + "&query="
                                + encoded("select id, phone, lastname, assigned_user_id from Contacts where email = '"
                                        + cells[0] + "';"));
    }

    private void compare(Exchange exchange) throws Exception {
        String[] cells = exchange.getProperty("cells", String[].class);
        JsonNode found = result(exchange.getMessage().getBody(String.class)).path(0);
        boolean differs = !found.path("phone").asText().equals(cells[1]);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader("differs", differs);
        if (differs) {
            ObjectNode record =
                    JSON.createObjectNode().put("id", found.path("id").asText()).put("phone", cells[1]);
            exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/x-www-form-urlencoded");
            exchange.getMessage()
                    .setBody("operation=revise&sessionName=" + session + "&element=" + encoded(record.toString()));
            changed.incrementAndGet();
        }
    }

    private static JsonNode result(String answer) throws Exception {
        JsonNode body = JSON.readTree(answer);
        if (!body.path("success").asBoolean()) {
            throw new IllegalStateException(answer);
        }
        return body.path("result");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
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
