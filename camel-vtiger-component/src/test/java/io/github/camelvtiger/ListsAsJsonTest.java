package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.client.RecordStream;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists convert to a JSON array, as single records do to an object. */
class ListsAsJsonTest extends CrmTestSupport {

    private static final int RECORDS = 250;

    private final ObjectMapper json = new ObjectMapper();

    @Override
    SimulatorServer crm() {
        return SimulatorServer.builder().seed("empty").start();
    }

    @BeforeAll
    void contacts() {
        IntStream.range(0, RECORDS).forEach(i -> crm.crm().create("Contacts", Map.of("lastname", "Zoë \"" + i + "\"")));
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                for (Class<?> type : List.of(String.class, byte[].class, JsonNode.class)) {
                    from("direct:" + type.getSimpleName()).toD("vtiger:${body}").convertBodyTo(type);
                }
                from("direct:InputStream")
                        .toD("vtiger:${body}")
                        .convertBodyTo(InputStream.class)
                        .process(exchange -> exchange.getMessage()
                                .setBody(new String(
                                        exchange.getMessage()
                                                .getBody(InputStream.class)
                                                .readAllBytes(),
                                        StandardCharsets.UTF_8)));
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"query/Contacts?columns=lastname", "export/Contacts?columns=lastname"})
    void recordsAreAnArray(String operation) throws Exception {
        JsonNode tree = template.requestBody("direct:JsonNode", operation, JsonNode.class);
        assertThat(tree.isArray()).isTrue();
        assertThat(tree).hasSize(RECORDS);
        assertThat(tree.get(7).path("lastname").asText()).isEqualTo("Zoë \"7\"");
        assertThat(json.readTree(template.requestBody("direct:String", operation, String.class)))
                .isEqualTo(tree);
        assertThat(json.readTree(template.requestBody("direct:byte[]", operation, byte[].class)))
                .isEqualTo(tree);
        assertThat(json.readTree(template.requestBody("direct:InputStream", operation, String.class)))
                .isEqualTo(tree);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query?query=RAW(select id from Contacts where id = '12x1')",
                "export/Contacts?where=RAW(lastname = 'nobody')"
            })
    void nothingIsAnEmptyArray(String operation) {
        assertThat(template.requestBody("direct:String", operation, String.class))
                .isEqualTo("[]");
        assertThat(template.requestBody("direct:InputStream", operation, String.class))
                .isEqualTo("[]");
    }

    @Test
    void namesAndMissingRecordsAreElements() throws Exception {
        JsonNode types = template.requestBody("direct:JsonNode", "listTypes", JsonNode.class);
        assertThat(types).anyMatch(type -> type.asText().equals("Contacts"));
        Object records = call("vtiger:retrieve?notFoundBehaviour=null", List.of("12x9", "12x999999"))
                .getMessage()
                .getBody();
        JsonNode tree = json.readTree(context.getTypeConverter().convertTo(String.class, records));
        assertThat(tree.get(0).path("lastname").asText()).isEqualTo("Zoë \"7\"");
        assertThat(tree.get(1).isNull()).isTrue();
    }

    @Test
    void anExportIsReadNoFurtherThanItsJsonIs() throws Exception {
        int[] read = {0};
        RecordStream endless = new RecordStream() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Map<String, Object> next() {
                read[0]++;
                return Map.of("id", "12x" + read[0]);
            }

            @Override
            public void close() {
                read[0] = -1;
            }
        };
        try (InputStream text = context.getTypeConverter().convertTo(InputStream.class, endless)) {
            assertThat(new String(text.readNBytes(29), StandardCharsets.UTF_8))
                    .isEqualTo("[{\"id\":\"12x1\"},{\"id\":\"12x2\"},");
            assertThat(read[0]).isLessThan(5);
        }
        assertThat(read[0]).isEqualTo(-1);
    }

    @Test
    void listsOfOtherRoutesAreLeftAlone() {
        assertThat(context.getTypeConverter().convertTo(String.class, List.of("a", "b")))
                .isEqualTo("[a, b]");
        Iterator<String> other = List.of("a").iterator();
        assertThat(context.getTypeConverter().convertTo(InputStream.class, other))
                .isNull();
    }
}
