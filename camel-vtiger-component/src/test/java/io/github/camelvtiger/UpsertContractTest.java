package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchItem.Outcome;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Upserts on the simulator or, with {@code -Dvtiger.url -Dvtiger.username -Dvtiger.access-key}, on any other server: the
 * same assertions hold for both. Makes its own records, marked, and deletes them.
 */
@Tag("live")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpsertContractTest {

    private static final List<String> STRANGE = List.of(
            "O'Neil",
            "back\\slash",
            "ends\\",
            "a&b",
            "a&amp;b",
            "&lt;x",
            "<b>",
            "100%",
            "und_er",
            "Müller",
            "Straße",
            "comma, (x)",
            "\"quoted\"",
            "semi;colon",
            "tab\tx",
            " leading",
            "NULL",
            "1e3",
            "d''oh",
            "Łódź",
            "Київ",
            "Ελλάδα");

    private final String mark = "uc" + UUID.randomUUID().toString().substring(0, 8);
    private final DefaultCamelContext context = new DefaultCamelContext();
    private SimulatorServer simulator;
    private ProducerTemplate vtiger;

    @BeforeAll
    void connect() {
        VtigerComponent component = new VtigerComponent();
        VtigerConfiguration connection = component.getConfiguration();
        connection.setUrl(System.getProperty("vtiger.url"));
        connection.setUsername(System.getProperty("vtiger.username"));
        connection.setAccessKey(System.getProperty("vtiger.access-key"));
        if (connection.getUrl() == null) {
            simulator = SimulatorServer.builder().seed("empty").start();
            connection.setUrl(simulator.url());
            connection.setUsername(simulator.username());
            connection.setAccessKey(simulator.accessKey());
        }
        context.addComponent("vtiger", component);
        context.start();
        vtiger = context.createProducerTemplate();
    }

    @AfterAll
    void disconnect() {
        List<?> ids = vtiger.requestBody(
                "vtiger:query?query=RAW(SELECT id FROM Leads WHERE company = '" + mark + "')", null, List.class);
        vtiger.requestBody("vtiger:delete?parallelism=4", ids);
        context.stop();
        if (simulator != null) {
            simulator.close();
        }
    }

    @Test
    void secondRunOfTheSameRowsWritesNothing() {
        List<Map<String, Object>> rows = new ArrayList<>(IntStream.range(0, 250)
                .<Map<String, Object>>mapToObj(i -> new HashMap<>(Map.of(
                        "email",
                        mark + i + "@example.org",
                        "lastname",
                        "N" + i,
                        "company",
                        mark,
                        "annualrevenue",
                        "1200",
                        "description",
                        "Tom & Jerry <" + i + "> &amp;")))
                .toList());
        assertThat(upsert("email", rows)).containsOnly(Outcome.CREATED);
        assertThat(upsert("email", rows)).containsOnly(Outcome.UNCHANGED);

        rows.get(3).put("description", "Tom &amp; Jerry");
        rows.get(203).put("email", mark.toUpperCase() + "203@EXAMPLE.org ");
        assertThat(upsert("email", rows))
                .containsExactlyElementsOf(IntStream.range(0, 250)
                        .mapToObj(i -> i == 3 ? Outcome.UPDATED : Outcome.UNCHANGED)
                        .toList());
        assertThat(upsert("email", rows)).containsOnly(Outcome.UNCHANGED);
    }

    @Test
    void keysOfAnyCharactersAreFoundAgain() {
        List<Map<String, Object>> rows = STRANGE.stream()
                .<Map<String, Object>>map(key -> Map.of("lastname", key + mark, "company", mark, "phone", "1"))
                .toList();
        assertThat(upsert("lastname,company", rows)).containsOnly(Outcome.CREATED);
        assertThat(upsert("lastname,company", rows)).containsOnly(Outcome.UNCHANGED);
        assertThat(upsert("lastname", rows)).containsOnly(Outcome.UNCHANGED);
    }

    private List<Outcome> upsert(String matchFields, List<Map<String, Object>> rows) {
        return vtiger
                .requestBody("vtiger:upsert/Leads?parallelism=4&matchFields=" + matchFields, rows, BatchResult.class)
                .items()
                .stream()
                .map(BatchItem::outcome)
                .toList();
    }
}
