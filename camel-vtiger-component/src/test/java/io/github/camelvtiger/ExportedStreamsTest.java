package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.client.RecordStream;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.fault.Fault;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.builder.AggregationStrategies;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may read an exported stream, and that a part of it never looks like the whole. */
class ExportedStreamsTest extends CrmTestSupport {

    private static final int RECORDS = 450;
    private static final String EXPORT = "vtiger:export/Contacts?columns=lastname&readAttempts=1";
    private static final String CLOSED = "The export of Contacts was closed before all of it was read";

    private final List<Object> seen = new CopyOnWriteArrayList<>();

    @Override
    SimulatorServer crm() {
        return SimulatorServer.builder().seed("contacts=" + RECORDS).start();
    }

    private long queriesBefore;

    @BeforeEach
    void clear() {
        queriesBefore = queries();
        seen.clear();
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:route").to(EXPORT);
                from("direct:tapped").to(EXPORT).wireTap("mock:tapped").copy(true);
                from("direct:list").recipientList(constant(EXPORT + ",mock:other"));
                from("direct:multicast")
                        .multicast(AggregationStrategies.useLatest())
                        .to(EXPORT)
                        .end();
                from("direct:enriched")
                        .enrich(EXPORT)
                        .split(body())
                        .streaming()
                        .process(this::see)
                        .end();
                from("direct:split")
                        .to(EXPORT)
                        .split(body())
                        .streaming()
                        .stopOnException()
                        .process(this::see)
                        .end();
            }

            private void see(Exchange part) {
                seen.add(part.getMessage().getBody());
                if (seen.size() == part.getMessage().getHeader("faultAt", -1, Integer.class)) {
                    // The second page may be on its way already.
                    Awaitility.await().until(() -> queries() >= queriesBefore + 2);
                    crm.faults().failNext(1, Fault.HTTP_500_EMPTY, "query");
                }
                if (seen.size() == part.getMessage().getHeader("failAt", Integer.MAX_VALUE, Integer.class)) {
                    throw new IllegalStateException("part");
                }
            }
        };
    }

    @Test
    void behindATemplateWithoutARouteTheStreamBelongsToItsReader() throws Exception {
        try (RecordStream stream = template.requestBody(EXPORT, null, RecordStream.class)) {
            assertThat(all(stream)).hasSize(RECORDS);
        }
        try (RecordStream stream =
                context.createFluentProducerTemplate().to(EXPORT).request(RecordStream.class)) {
            assertThat(all(stream)).hasSize(RECORDS);
        }
        Exchange exchange = template.send(EXPORT, message -> {});
        assertThat(all(exchange.getMessage().getBody(RecordStream.class))).hasSize(RECORDS);
    }

    @Test
    void behindARouteItIsClosedAndSaysSo() {
        for (String route : List.of("direct:route", "direct:multicast", "direct:list")) {
            Exchange exchange = call(route, null);
            if (exchange.getMessage().getBody() instanceof Iterator<?> stream) {
                assertThatThrownBy(() -> all(stream)).as(route).hasMessageContaining(CLOSED);
            } else {
                assertThat(route).isEqualTo("direct:list");
            }
        }
        assertThatThrownBy(() -> all(context.createFluentProducerTemplate()
                        .to("direct:route")
                        .request(RecordStream.class)))
                .hasMessageContaining(CLOSED);
    }

    @Test
    void aTappedStreamIsClosedWithItsFirstExchangeAndSaysSo() throws Exception {
        MockEndpoint tapped = getMockEndpoint("mock:tapped");
        tapped.expectedMessageCount(1);
        template.send("direct:tapped", message -> {});
        tapped.assertIsSatisfied();

        Iterator<?> stream = tapped.getExchanges().get(0).getMessage().getBody(RecordStream.class);
        assertThatThrownBy(() -> all(stream)).hasMessageContaining(CLOSED);
    }

    @Test
    void anEnrichedRouteReadsTheStreamAndClosesIt() {
        Exchange exchange = call("direct:enriched", null);

        assertThat(exchange.getException()).isNull();
        assertThat(seen).hasSize(RECORDS);
    }

    /** Camel reads what is left behind a part that failed, and throws it away. */
    @Test
    void behindAPartThatFailedNoneIsProcessed() {
        Exchange exchange = call("direct:split", null, Map.of("failAt", 3));

        assertThat(exchange.getException()).hasMessageContaining("part");
        assertThat(seen).hasSize(3);
    }

    @Test
    void aFaultComesBehindAllTheRecordsBeforeIt() {
        Exchange exchange = call("direct:split", null, Map.of("faultAt", 1));

        assertThat(exchange.getException()).isInstanceOf(ServerFailureException.class);
        assertThat(seen).hasSize(200);
    }

    @Test
    void aFaultBehindAPartThatFailedEndsTheExchangeAllTheSame() {
        Exchange exchange = call("direct:split", null, Map.of("faultAt", 1, "failAt", 3));

        assertThat(exchange.getException()).isNotNull();
        assertThat(seen).hasSize(3);
    }

    private long queries() {
        return crm.calls().stream()
                .filter(call -> "query".equals(call.operation()))
                .count();
    }

    private static List<Object> all(Iterator<?> stream) {
        List<Object> rows = new ArrayList<>();
        stream.forEachRemaining(rows::add);
        return rows;
    }
}
