package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One row that the feed cannot read holds up no other one. */
class OddRowsTest extends FeedTestSupport {

    private final ObjectMapper json = new ObjectMapper();
    private RewritingProxy proxy;

    @AfterEach
    void stopProxy() throws Exception {
        stopFeed();
        if (proxy != null) {
            proxy.close();
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "not a time", "0000-00-00 00:00:00", "0000-00-00", "2026-13-45 99:99:99"})
    void aRecordWhoseTimeCannotBeReadIsDeliveredAsUpdatedWithoutThatHeader(String time) throws Exception {
        proxy(rows -> forRow(rows, "Berta", row -> row.put("modifiedtime", time)));
        threeContacts();
        follow("startFrom=" + BEGIN);
        await().until(() -> received.size() == 3);
        assertThat(names()).containsExactly("Anna", "Berta", "Cilly");
        Exchange berta = received.get(1);
        assertThat(berta.getIn().getHeader(VtigerConstants.EVENT)).isEqualTo("updated");
        assertThat(berta.getIn().getHeaders()).doesNotContainKey(VtigerConstants.MODIFIED_TIME);

        clock.advance(Duration.ofMinutes(5));
        contact("Dora");
        clock.advance(Duration.ofSeconds(4));
        await().until(() -> names().contains("Dora"));
        aPollGoesBy();
        assertThat(names()).as("nothing is repeated").containsExactly("Anna", "Berta", "Cilly", "Dora");
    }

    @Test
    void inABackfillAndASweepAsWell() throws Exception {
        proxy(rows -> forRow(rows, "Berta", row -> row.putNull("modifiedtime").put("createdtime", "?")));
        threeContacts();
        follow("startFrom=beginning&sweepPeriod=10m");
        await().until(() -> received.size() == 3);
        aPeriodGoesBy();
        assertThat(names()).containsExactly("Anna", "Berta", "Cilly");
    }

    @Test
    void itsFailureIsTriedAgainAsThatOfAnyOther() throws Exception {
        proxy(rows -> forRow(rows, "Berta", row -> row.put("modifiedtime", "")));
        threeContacts();
        context = ClockedVtiger.context(clock);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("onFailure=park&startFrom=" + BEGIN)).routeId("feed").process(exchange -> {
                    received.add(exchange);
                    if (name(exchange).equals("Berta") && received.size() < 4) {
                        throw new IllegalStateException("The route fails once.");
                    }
                });
            }
        });
        context.start();
        await().until(() -> received.size() == 3);
        clock.advance(Duration.ofMinutes(2));
        await().until(() -> received.size() == 4);
        assertThat(names()).containsExactly("Anna", "Berta", "Cilly", "Berta");
    }

    @Test
    void aRowThatIsNoRecordOfTheModuleIsLeftOutAndCountedOnce() throws Exception {
        for (Consumer<ArrayNode> spoil : List.<Consumer<ArrayNode>>of(
                rows -> forRow(rows, "Berta", row -> row.remove("id")),
                rows -> forRow(rows, "Berta", row -> row.put("id", "11x7")),
                rows -> forRow(rows, "Berta", row -> row.putNull("id")),
                rows -> forRow(rows, "Berta", row -> row.put("id", "12x7'")),
                rows -> replaceRow(rows, "Berta", json.nullNode()),
                rows -> replaceRow(rows, "Berta", json.getNodeFactory().textNode("text")))) {
            server.crm();
            proxy(spoil);
            String suffix = String.valueOf(System.identityHashCode(spoil));
            threeContacts();
            follow("startFrom=beginning&cursorKey=" + suffix);
            await().until(() -> names().contains("Cilly"));
            aPollGoesBy();
            clock.advance(Duration.ofMinutes(5));
            aPollGoesBy();
            assertThat(names()).contains("Anna", "Cilly").doesNotContain("Berta");
            assertThat(health().getState()).isEqualTo(HealthCheck.State.UP);
            assertThat(health().getDetails().get("rows.skipped")).isEqualTo(1L);
            stopProxy();
            stopAll();
            startServer();
            received.clear();
        }
    }

    @Test
    void alsoWhenItIsTheLastOfTheModule() throws Exception {
        proxy(rows -> forRow(rows, "Cilly", row -> row.put("id", "11x7")));
        threeContacts();
        follow("startFrom=beginning");
        await().until(() -> received.size() == 2);
        contact("Dora");
        clock.advance(Duration.ofSeconds(4));
        await().until(() -> names().contains("Dora"));
        assertThat(names()).containsExactly("Anna", "Berta", "Dora");
    }

    private HealthCheck.Result health() {
        return HealthCheckHelper.invoke(context).stream()
                .filter(result -> result.getCheck().getId().startsWith("consumer:vtiger"))
                .findFirst()
                .orElseThrow();
    }

    private void threeContacts() {
        contact("Anna");
        contact("Berta");
        contact("Cilly");
        clock.advance(Duration.ofSeconds(10));
    }

    private void contact(String lastname) {
        server.crm().create("Contacts", Map.of("lastname", lastname));
        clock.advance(Duration.ofSeconds(1));
    }

    private List<String> names() {
        return received.stream().map(OddRowsTest::name).toList();
    }

    private static String name(Exchange exchange) {
        return (String) exchange.getIn().getBody(Map.class).get("lastname");
    }

    private void follow(String options) throws Exception {
        context = ClockedVtiger.context(clock);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri(options)).routeId("feed").process(received::add);
            }
        });
        context.start();
    }

    private String uri(String options) {
        return "vtiger:changes/Contacts?delay=50&initialDelay=0&readAttempts=1&url=" + proxy.url()
                + "&username=admin&accessKey=RAW(" + server.accessKey() + ")&cursorDirectory=RAW(" + cursors + ")&"
                + options;
    }

    /** @param spoil changes the rows of each answer to a query */
    private void proxy(Consumer<ArrayNode> spoil) throws Exception {
        proxy = new RewritingProxy(server.url(), (asked, answer) -> {
            if (!asked.contains("operation=query")) {
                return answer;
            }
            try {
                JsonNode envelope = json.readTree(answer);
                if (envelope.get("result") instanceof ArrayNode rows) {
                    spoil.accept(rows);
                }
                return envelope.toString();
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void forRow(ArrayNode rows, String lastname, Consumer<ObjectNode> change) {
        rows.forEach(row -> {
            if (lastname.equals(row.path("lastname").asText())) {
                change.accept((ObjectNode) row);
            }
        });
    }

    private static void replaceRow(ArrayNode rows, String lastname, JsonNode other) {
        for (int index = 0; index < rows.size(); index++) {
            if (lastname.equals(rows.get(index).path("lastname").asText())) {
                rows.set(index, other);
            }
        }
    }
}
