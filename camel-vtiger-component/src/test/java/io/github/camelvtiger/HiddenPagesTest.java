package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.camelvtiger.simulator.fault.Fault;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.seda.SedaEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Rows that a user may not read are taken away after LIMIT was applied, so a page can be hidden whole; and an SQL error
 * looks like no rows ({@code webservice.md §7}). Neither is the end.
 */
class HiddenPagesTest extends FeedTestSupport {

    private static final String USER = "sales1";

    private final ObjectMapper json = new ObjectMapper();
    private final Set<String> hidden = ConcurrentHashMap.newKeySet();
    private RewritingProxy proxy;

    @AfterEach
    void stopProxy() throws Exception {
        stopFeed();
        if (proxy != null) {
            proxy.close();
        }
    }

    @Test
    void theFeedGoesOnBehindAPageThatIsHiddenWhole() throws Exception {
        hideFromTheUser();
        contacts("Anna", 1);
        contacts("Hidden", 120);
        contacts("Berta", 1);
        followHidden("startFrom=" + BEGIN);

        await().until(() -> received.size() == 2);
        contacts("Hidden", 130);
        contacts("Cilly", 1);
        clock.advance(Duration.ofSeconds(5));
        await().until(() -> received.size() == 3);
        assertThat(names()).containsExactly("Anna000", "Berta000", "Cilly000");
    }

    @Test
    void aBackfillAndASweepEndBehindHiddenRecords() throws Exception {
        hideFromTheUser();
        contacts("Anna", 1);
        contacts("Hidden", 250);
        contacts("Berta", 1);
        contacts("Hidden", 1);
        followHidden("startFrom=beginning&sweepPeriod=10m&events=created,updated,deleted&deletedCheckPeriod=10m");

        await().until(() -> received.size() == 2);
        aPeriodGoesBy();
        aPeriodGoesBy();
        contacts("Cilly", 1);
        aPeriodGoesBy();
        assertThat(names()).containsExactly("Anna000", "Berta000", "Cilly000");
    }

    @Test
    void anExportGoesOnBehindAPageThatIsHiddenWhole() throws Exception {
        hideFromTheUser();
        contacts("Anna", 1);
        contacts("Hidden", 250);
        contacts("Berta", 1);
        for (String options : List.of("", "&parallelism=3")) {
            assertThat(exported("vtiger:export/Contacts?columns=lastname" + options))
                    .containsExactlyInAnyOrder("Anna000", "Berta000");
        }
    }

    @Test
    void moreThanAPageIsInFlightIfThatIsAllowed() throws Exception {
        contacts("Anna", 350);
        clock.advance(Duration.ofSeconds(5));
        context = ClockedVtiger.context(clock);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("vtiger:changes/Contacts?delay=50&initialDelay=0&maxInFlight=300&startFrom=" + BEGIN + "&url="
                                + url() + "&username=admin&accessKey=RAW(" + server.accessKey("admin")
                                + ")&cursorDirectory=RAW(" + cursors + ")")
                        .to("seda:work?size=1000");
                from("seda:work").routeId("work").autoStartup(false).process(received::add);
            }
        });
        context.start();
        SedaEndpoint work = context.getEndpoint("seda:work?size=1000", SedaEndpoint.class);
        await().until(() -> work.getExchanges().size() == 300);
        context.getRouteController().startRoute("work");
        await().until(() -> received.size() == 350);
        assertThat(names()).doesNotHaveDuplicates();
    }

    @Test
    void anIdlePollIsOneRequestForAUserWhoDoesNotSeeEverything() throws Exception {
        followAs(USER, "Contacts", "startFrom=" + BEGIN);
        for (int poll = 0; poll < 3; poll++) {
            clock.advance(Duration.ofMinutes(1));
            aPollGoesBy();
        }
        assertThat(queries())
                .as("the time, if there is nothing to look at, else a count in place of a page")
                .anySatisfy(sent -> assertThat(sent).startsWith("select count(*) from Contacts where modifiedtime"))
                .noneSatisfy(sent -> assertThat(sent).contains("order by"));
    }

    @Test
    void anErrorThatTheServerHidesFailsThePollAndMovesNothing() throws Exception {
        follow("Contacts", "startFrom=" + BEGIN);
        aPollGoesBy();
        contacts("Anna", 1);
        clock.advance(Duration.ofSeconds(5));
        server.faults().failNext(40, Fault.HIDDEN_SQL_ERROR, "query");
        clock.advance(Duration.ofMinutes(10));

        await().until(() -> received.size() == 1);
        assertThat(names()).containsExactly("Anna000");
    }

    private List<String> queries() {
        return server.calls().stream()
                .map(call -> call.parameters().get("query"))
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    String url() {
        return proxy == null ? super.url() : proxy.url();
    }

    private void contacts(String name, int number) {
        for (int i = 0; i < number; i++) {
            String id = server.crm().create("Contacts", Map.of("lastname", "%s%03d".formatted(name, i)));
            if (name.equals("Hidden")) {
                hidden.add(id);
            }
        }
        clock.advance(Duration.ofSeconds(3));
    }

    private List<Object> names() {
        return received.stream()
                .map(exchange -> exchange.getIn().getBody(Map.class).get("lastname"))
                .toList();
    }

    private void followHidden(String options) throws Exception {
        followAs(USER, "Contacts", options);
    }

    private List<Object> exported(String uri) throws Exception {
        context = ClockedVtiger.context(clock);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:export")
                        .to(uri + "&url=" + proxy.url() + "&username=" + USER + "&accessKey=RAW("
                                + server.accessKey(USER) + ")")
                        .split(body())
                        .setBody(simple("${body[lastname]}"))
                        .to("mock:records");
            }
        });
        context.start();
        try (var template = context.createProducerTemplate()) {
            template.sendBody("direct:export", "");
        }
        List<Object> names = context.getEndpoint("mock:records", MockEndpoint.class).getExchanges().stream()
                .<Object>map(exchange -> exchange.getIn().getBody())
                .toList();
        stopFeed();
        return names;
    }

    /** The records whose names say so are in no answer, but in the counts. */
    private void hideFromTheUser() {
        proxy = new RewritingProxy(server.url(), (asked, answer) -> {
            if (!asked.contains("operation=query")) {
                return answer;
            }
            try {
                JsonNode envelope = json.readTree(answer);
                if (envelope.get("result") instanceof ArrayNode rows) {
                    for (int index = rows.size() - 1; index >= 0; index--) {
                        if (hidden.contains(rows.get(index).path("id").asText())) {
                            rows.remove(index);
                        }
                    }
                }
                return envelope.toString();
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
