package io.github.camelvtiger.benchmarks.ways;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.benchmarks.Crm;
import io.github.camelvtiger.benchmarks.HttpSession;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Routes of camel-http as a person writes them, in one session. */
public final class HttpWay implements Way {

    private static final int PAGE = 100;

    private final ObjectMapper json = new ObjectMapper();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final HttpSession session;
    private final ProducerTemplate template;

    public HttpWay(Crm crm) throws Exception {
        session = new HttpSession(context, crm.url(), crm.username(), crm.accessKey());
        context.addRoutes(routes());
        context.start();
        session.logIn();
        template = context.createProducerTemplate();
    }

    private RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:export")
                        .setProperty("count", constant(0L))
                        .setProperty("rows", constant(PAGE))
                        .loopDoWhile(simple("${exchangeProperty.rows} == " + PAGE))
                        .process(exchange -> ask(
                                exchange,
                                "SELECT * FROM Contacts" + after(exchange) + " ORDER BY id LIMIT " + PAGE + ";"))
                        .toD("${header.address}")
                        .process(HttpWay.this::read)
                        .end();
                from("direct:feed")
                        .setProperty("count", constant(0L))
                        .setProperty("rows", constant(PAGE))
                        .loopDoWhile(simple("${exchangeProperty.rows} == " + PAGE
                                + " && ${exchangeProperty.count} < ${exchangeProperty.records}"))
                        .process(exchange -> ask(
                                exchange,
                                "SELECT * FROM Contacts ORDER BY modifiedtime LIMIT "
                                        + exchange.getProperty("count", Long.class) + "," + PAGE + ";"))
                        .toD("${header.address}")
                        .process(HttpWay.this::read)
                        .end();
                from("direct:create")
                        .split(body())
                        .process(exchange ->
                                write(exchange, "create", exchange.getMessage().getBody()))
                        .to(session.service())
                        .process(HttpWay.this::result);
                from("direct:upsert")
                        .setProperty("row", body())
                        .process(exchange -> ask(
                                exchange,
                                "SELECT * FROM Contacts WHERE email = '"
                                        + exchange.getProperty("row", Map.class).get("email") + "';"))
                        .toD("${header.address}")
                        .process(HttpWay.this::compare)
                        .filter(simple("${header.differs}"))
                        .to(session.service())
                        .process(HttpWay.this::result);
            }
        };
    }

    private static String after(Exchange exchange) {
        String last = exchange.getProperty("last", String.class);
        return last == null ? "" : " WHERE id > '" + last + "'";
    }

    private void ask(Exchange exchange, String query) {
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(null);
        exchange.getMessage().setHeader("address", session.address("query", Map.of("query", query)));
    }

    private JsonNode result(Exchange exchange) throws Exception {
        return session.result(exchange.getMessage().getBody(String.class));
    }

    private void read(Exchange exchange) throws Exception {
        List<?> rows = json.convertValue(result(exchange), List.class);
        exchange.setProperty("rows", rows.size());
        exchange.setProperty("count", exchange.getProperty("count", Long.class) + rows.size());
        if (!rows.isEmpty()) {
            exchange.setProperty("last", ((Map<?, ?>) rows.get(rows.size() - 1)).get("id"));
        }
    }

    private void write(Exchange exchange, String operation, Object element) throws Exception {
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/x-www-form-urlencoded");
        exchange.getMessage()
                .setBody("operation=" + operation + "&sessionName=" + session.id() + "&elementType=Contacts&element="
                        + HttpSession.encoded(json.writeValueAsString(element)));
    }

    private void compare(Exchange exchange) throws Exception {
        Map<?, ?> row = exchange.getProperty("row", Map.class);
        JsonNode found = result(exchange).path(0);
        boolean differs = !found.path("phone").asText().equals(row.get("phone"));
        if (differs) {
            write(exchange, "revise", Map.of("id", found.path("id").asText(), "phone", row.get("phone")));
        }
        exchange.getMessage().setHeader("differs", differs);
        exchange.setProperty("changed", differs);
    }

    @Override
    public long export() {
        return done(template.request("direct:export", exchange -> {})).getProperty("count", Long.class);
    }

    @Override
    public void create(List<Map<String, String>> contacts) {
        done(template.request("direct:create", exchange -> exchange.getMessage().setBody(contacts)));
    }

    /** Each row is looked up by itself. */
    @Override
    public long upsert(List<Map<String, String>> rows) {
        long changed = 0;
        for (Map<String, String> row : rows) {
            Exchange each = done(template.request(
                    "direct:upsert", exchange -> exchange.getMessage().setBody(row)));
            changed += each.getProperty("changed", false, Boolean.class) ? 1 : 0;
        }
        return changed;
    }

    /** Pages by offset in the order of changes, as Vtiger documents them. */
    @Override
    public long feed(long records) {
        return done(template.request("direct:feed", exchange -> exchange.setProperty("records", records)))
                .getProperty("count", Long.class);
    }

    private static Exchange done(Exchange exchange) {
        if (exchange.getException() != null) {
            throw new IllegalStateException(exchange.getException());
        }
        return exchange;
    }

    @Override
    public long requests() {
        return -1;
    }

    @Override
    public void close() throws Exception {
        context.close();
    }
}
