package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.clock.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders arrive with their items, at the price of a request for each hundred of them. */
class LineItemsFeedTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path cursors;

    private final ManualClock clock = new ManualClock(BEGIN);
    private final List<Map<?, ?>> received = new CopyOnWriteArrayList<>();
    private SimulatorServer server;
    private DefaultCamelContext context;
    private String account;
    private String product;

    @BeforeEach
    void startServer() {
        server = SimulatorServer.builder().seed("empty").clock(clock).start();
        account = server.crm().create("Accounts", Map.of("accountname", "Acme"));
        product = server.crm().create("Products", Map.of("productname", "Bolt"));
    }

    @AfterEach
    void stop() throws Exception {
        if (context != null) {
            context.close();
        }
        server.close();
    }

    @Test
    void theItemsOfAPageCostOneRequestForAHundredOfThem() throws Exception {
        for (int order = 0; order < 3; order++) {
            invoice(40);
        }
        clock.advance(Duration.ofMinutes(5));
        start("Invoice", "&lineItems=true");
        await().until(() -> received.size() == 3);
        assertThat(received)
                .allSatisfy(invoice -> assertThat(quantities(invoice)).hasSize(40));
        assertThat(quantities(received.get(0))).startsWith("1.000", "2.000").endsWith("40.000");
        assertThat(itemQueries()).as("120 items").isEqualTo(2);
    }

    @Test
    void aChangedItemIsAChangeOfTheRecord() throws Exception {
        String invoice = invoice(2);
        clock.advance(Duration.ofSeconds(4));
        start("Invoice", "&lineItems=true");
        await().until(() -> received.size() == 1);
        server.crm()
                .create(
                        "LineItem",
                        Map.of("parent_id", invoice, "productid", product, "quantity", "7", "sequence_no", "3"));
        clock.advance(Duration.ofSeconds(1));
        await().until(() -> received.size() == 2);
        assertThat(received.get(1).get("modifiedtime"))
                .as("moved by no item")
                .isEqualTo(received.get(0).get("modifiedtime"));
        assertThat(quantities(received.get(1))).containsExactly("1.000", "2.000", "7.000");
    }

    @Test
    void withoutTheOptionNobodyAsksForThem() throws Exception {
        invoice(2);
        clock.advance(Duration.ofSeconds(4));
        start("Invoice", "");
        await().until(() -> received.size() == 1);
        assertThat(received.get(0).containsKey("LineItems")).isFalse();
        assertThat(itemQueries()).isZero();
    }

    @Test
    void aModuleWithoutItemsIsRefusedAtStart() {
        assertThatThrownBy(() -> start("Contacts", "&lineItems=true"))
                .hasMessageContaining("lineItems")
                .hasMessageContaining("Contacts")
                .hasMessageContaining("Invoice");
    }

    private String invoice(int items) {
        return server.crm()
                .create(
                        "Invoice",
                        Map.of(
                                "subject",
                                "Order",
                                "account_id",
                                account,
                                "bill_street",
                                "b",
                                "ship_street",
                                "s",
                                "invoicestatus",
                                "Created",
                                "hdnTaxType",
                                "group",
                                "productid",
                                product,
                                "LineItems",
                                IntStream.rangeClosed(1, items)
                                        .mapToObj(quantity -> Map.of(
                                                "productid",
                                                product,
                                                "quantity",
                                                String.valueOf(quantity),
                                                "listprice",
                                                "10"))
                                        .toList()));
    }

    private static List<String> quantities(Map<?, ?> invoice) {
        return ((List<?>) invoice.get("LineItems"))
                .stream()
                        .map(item -> (String) ((Map<?, ?>) item).get("quantity"))
                        .toList();
    }

    private long itemQueries() {
        return server.calls().stream()
                .filter(call -> String.valueOf(call.parameters().get("query")).contains("from LineItem"))
                .count();
    }

    private void start(String module, String options) throws Exception {
        context = ClockedVtiger.context(clock);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("vtiger:changes/" + module + "?delay=50&initialDelay=0&startFrom=" + BEGIN + "&url=" + server.url()
                                + "&username=" + server.username() + "&accessKey=RAW(" + server.accessKey()
                                + ")&cursorDirectory=RAW(" + cursors + ")" + options)
                        .process(exchange -> received.add(exchange.getIn().getBody(Map.class)));
            }
        });
        context.start();
    }
}
