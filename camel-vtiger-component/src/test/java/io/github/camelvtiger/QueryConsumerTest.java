package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.simulator.SimulatorServer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The consumer {@code vtiger:query}: a query that is run at every poll. */
class QueryConsumerTest {

    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private SimulatorServer server;
    private DefaultCamelContext context;

    @BeforeEach
    void startServer() {
        server = SimulatorServer.builder().seed("empty").start();
        context = new DefaultCamelContext();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        server.close();
    }

    @Test
    void aQueryOfItsOwnComesRowByRowInItsOrderAndLimit() throws Exception {
        contacts(130);
        start("vtiger:query?query=RAW(select lastname from Contacts order by lastname desc limit 120)", this::receive);

        await().until(() -> exchanges.size() == 120);
        assertThat(lastNames()).startsWith("C129", "C128").endsWith("C010");
        assertThat(exchanges.get(0).getIn().getHeader(VtigerConstants.RECORD_ID, String.class))
                .startsWith("12x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vtiger:query/Contacts?columns=lastname,birthday",
                "vtiger:query?query=RAW(select birthday, lastname from Contacts;)"
            })
    void rowsAreTypedIfThatIsWanted(String uri) throws Exception {
        server.crm().create("Contacts", Map.of("lastname", "Anna", "birthday", "1980-12-31"));
        start(uri + "&typedValues=true", this::receive);

        await().until(() -> exchanges.size() == 1);
        assertThat(exchanges.get(0).getIn().getBody(Map.class))
                .containsEntry("lastname", "Anna")
                .containsEntry("birthday", LocalDate.of(1980, 12, 31));
        assertThat(exchanges.get(0).getIn().getHeader(VtigerConstants.RECORD_ID))
                .isInstanceOf(String.class);
    }

    @Test
    void aRowThatOnlyCountsIsANumberIfThatIsWanted() throws Exception {
        contacts(3);
        start("vtiger:query?typedValues=true&query=RAW(select count(*) from Contacts)", this::receive);

        await().until(() -> exchanges.size() == 1);
        assertThat(exchanges.get(0).getIn().getBody(Map.class)).isEqualTo(Map.of("count", new BigDecimal("3")));
    }

    @Test
    void aModuleIsReadWholeInPagesThatAreBatches() throws Exception {
        contacts(230);
        start("vtiger:query/Contacts?columns=lastname", this::receive);

        await().until(() -> exchanges.size() == 230);
        assertThat(lastNames()).doesNotHaveDuplicates();
        assertThat(exchanges).allSatisfy(exchange -> assertThat(exchange.getIn().getHeaders())
                .containsEntry(VtigerConstants.MODULE, "Contacts"));
        assertThat(batchProperty(Exchange.BATCH_SIZE, 0, 100, 200)).containsExactly(100, 100, 30);
        assertThat(batchProperty(Exchange.BATCH_INDEX, 0, 99, 229)).containsExactly(0, 99, 29);
        assertThat(batchProperty(Exchange.BATCH_COMPLETE, 98, 99, 229)).containsExactly(false, true, true);
    }

    @Test
    void noMoreThanWantedComeInOnePoll() throws Exception {
        contacts(30);
        start("vtiger:query/Contacts?where=RAW(lastname != 'C000')&maxMessagesPerPoll=7", this::receive);

        await().until(() -> exchanges.size() == 7);
        assertThat(lastNames()).doesNotContain("C000").doesNotHaveDuplicates();
    }

    @Test
    void aPollEndsAtTheRowWhoseRouteFails() throws Exception {
        contacts(10);
        start("vtiger:query/Contacts?maxInFlight=1", this::failAtThird);

        await("the end of the first poll").until(() -> state() == HealthCheck.State.UP);
        assertThat(lastNames()).containsExactly("C000", "C001", "C002");
    }

    @Test
    void withSkipTheOthersComeAllTheSame() throws Exception {
        contacts(10);
        start("vtiger:query/Contacts?onFailure=skip", this::failAtThird);

        await().until(() -> exchanges.size() == 10);
        assertThat(lastNames()).doesNotHaveDuplicates();
    }

    @Test
    void healthFollowsTheLastPoll() throws Exception {
        contacts(1);
        start("vtiger:query/Contacts?delay=20&readAttempts=1&connectTimeout=500", this::receive);

        await().until(() -> state() == HealthCheck.State.UP);
        server.stop();
        await().atMost(Duration.ofSeconds(30)).until(() -> state() == HealthCheck.State.DOWN);
        server.start();
        await().atMost(Duration.ofSeconds(30)).until(() -> state() == HealthCheck.State.UP);
    }

    @Test
    void aGreedyConsumerDoesNotWaitBetweenPollsThatFoundSomething() throws Exception {
        contacts(1);
        start("vtiger:query/Contacts?greedy=true", this::receive);

        await().until(() -> exchanges.size() >= 5);
    }

    @Test
    void aQueryTheGrammarLacksFailsThePollWithAClearSentence() throws Exception {
        MockEndpoint failures = context.getEndpoint("mock:failures", MockEndpoint.class);
        failures.expectedMinimumMessageCount(1);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class).handled(true).to("mock:failures");
                from(uri("vtiger:query?bridgeErrorHandler=true&query=RAW(select nothing from Contacts)"))
                        .process(QueryConsumerTest.this::receive);
            }
        });
        context.start();

        failures.assertIsSatisfied();
        assertThat(failures.getExchanges().get(0).getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class))
                .hasMessageContaining("nothing");
        assertThat(exchanges).isEmpty();
    }

    @Test
    void aModuleAndAQueryTogetherOrNoneAreRefusedAtStart() {
        assertThatThrownBy(() -> start("vtiger:query/Contacts?query=RAW(select * from Contacts)", this::receive))
                .hasMessageContaining("either a module")
                .hasMessageContaining("vtiger:query/Contacts");
        assertThatThrownBy(() -> start("vtiger:query", this::receive)).hasMessageContaining("either a module");
    }

    private void contacts(int number) {
        for (int i = 0; i < number; i++) {
            server.crm().create("Contacts", Map.of("lastname", "C%03d".formatted(i)));
        }
    }

    private void start(String uri, Processor processor) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri(uri)).routeId("query").process(processor);
            }
        });
        context.start();
    }

    private String uri(String uri) {
        return uri + (uri.contains("?") ? "&" : "?") + "initialDelay=0&url=" + server.url() + "&username="
                + server.username() + "&accessKey=RAW(" + server.accessKey() + ")"
                + (uri.contains("delay=") ? "" : "&delay=3600000");
    }

    private HealthCheck.State state() {
        return HealthCheckRegistry.get(context)
                .getCheck("consumer:vtiger-query-Contacts-query")
                .orElseThrow()
                .call()
                .getState();
    }

    private void receive(Exchange exchange) {
        exchanges.add(exchange);
    }

    private void failAtThird(Exchange exchange) {
        receive(exchange);
        if (lastName(exchange).equals("C002")) {
            throw new IllegalStateException("the route fails");
        }
    }

    private List<String> lastNames() {
        return exchanges.stream().map(QueryConsumerTest::lastName).toList();
    }

    private static String lastName(Exchange exchange) {
        return (String) exchange.getIn().getBody(Map.class).get("lastname");
    }

    private List<Object> batchProperty(String name, int... places) {
        return Arrays.stream(places)
                .mapToObj(place -> exchanges.get(place).getProperty(name))
                .toList();
    }
}
