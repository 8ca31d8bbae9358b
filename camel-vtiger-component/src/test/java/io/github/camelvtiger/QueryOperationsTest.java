package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.QuerySyntaxException;
import java.io.Closeable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueryOperationsTest extends CrmTestSupport {

    private static final String COMPANY = "O'Neill & Sons";

    private boolean seeded;

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:export")
                        .to("vtiger:export/Leads?columns=lastname&where=RAW(company = :company)")
                        .setProperty("stream", body())
                        .split(body())
                        .streaming()
                        .to("mock:rows")
                        .end();
            }
        };
    }

    @BeforeEach
    void seed() {
        if (!seeded) {
            List<Map<String, Object>> leads = IntStream.range(0, 120)
                    .mapToObj(i -> Map.<String, Object>of("lastname", "Lead " + i % 3, "company", COMPANY))
                    .toList();
            call("vtiger:create/Leads", leads);
            seeded = true;
        }
    }

    @Test
    void queryReadsAllPages() {
        List<?> rows = rows(
                "vtiger:query?query=RAW(SELECT lastname FROM Leads WHERE company = :company)",
                Map.of("company", COMPANY));
        assertThat(rows).hasSize(120).first().isInstanceOf(Map.class);
    }

    @Test
    void valuesComeFromHeadersAndAreQuoted() {
        String uri = "vtiger:query?query=RAW(SELECT * FROM Leads WHERE company = :company AND lastname = :name)";
        assertThat(rows(uri, Map.of("company", COMPANY, "name", "Lead 1"))).hasSize(40);
        assertThat(rows(uri, Map.of("company", "x' OR lastname = 'Lead 1", "name", "Lead 1")))
                .isEmpty();
    }

    @Test
    void listBecomesTheValuesOfIn() {
        String uri = "vtiger:query?query=RAW(SELECT * FROM Leads WHERE lastname IN (:names))";
        assertThat(rows(uri, Map.of("names", List.of("Lead 1", "Lead 2")))).hasSize(80);
    }

    @Test
    void missingValueIsNamed() {
        Exchange exchange = call("vtiger:query?query=RAW(SELECT * FROM Leads WHERE lastname = :name)", null);
        assertThat(exchange.getException())
                .isInstanceOf(QuerySyntaxException.class)
                .hasMessageContaining("name");
    }

    @Test
    void headerBeatsTheOptionAndTheOptionBeatsTheBody() {
        String option = "vtiger:query?query=RAW(SELECT * FROM Leads WHERE lastname = 'Lead 1')";
        String none = "SELECT * FROM Leads WHERE lastname = 'nobody'";
        assertThat(rows(option, Map.of(VtigerConstants.QUERY, none))).isEmpty();
        assertThat(call(option, none).getMessage().getBody(List.class)).hasSize(40);
        assertThat(call("vtiger:query", none).getMessage().getBody(List.class)).isEmpty();
    }

    @Test
    void moduleWithColumnsAndWhereIsAQuery() {
        List<?> rows =
                rows("vtiger:query/Leads?columns=lastname&where=RAW(lastname = :name)", Map.of("name", "Lead 1"));
        assertThat(rows).hasSize(40);
        assertThat(((Map<?, ?>) rows.get(0)).keySet()).isEqualTo(Set.of("lastname", "id"));
    }

    @Test
    void missingQueryIsSaid() {
        assertThat(call("vtiger:query", null).getException())
                .isInstanceOf(QuerySyntaxException.class)
                .hasMessageContaining("option query");
    }

    @Test
    void countIsALong() {
        Message answer =
                call("vtiger:count/Leads?where=RAW(lastname = 'Lead 2')", null).getMessage();
        assertThat(answer.getBody()).isEqualTo(40L);
        assertThat(answer.getHeader(VtigerConstants.COUNT)).isEqualTo(40L);
    }

    @Test
    void exportIsReadWhileItIsConsumed() throws Exception {
        getMockEndpoint("mock:rows").expectedMessageCount(120);
        Exchange exchange = template.request(
                "direct:export", message -> message.getMessage().setHeader("company", COMPANY));
        getMockEndpoint("mock:rows").assertIsSatisfied();
        assertThat(exchange.getProperty("stream")).isInstanceOf(Closeable.class);
    }

    private List<?> rows(String uri, Map<String, Object> headers) {
        Exchange exchange = call(uri, null, headers);
        if (exchange.getException() != null) {
            throw new AssertionError(exchange.getException());
        }
        return exchange.getMessage().getBody(List.class);
    }
}
