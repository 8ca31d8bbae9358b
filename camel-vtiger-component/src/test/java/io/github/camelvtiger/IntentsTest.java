package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users say, and what {@code actions} finds first, on a server that can do everything. */
class IntentsTest extends CrmTestSupport {

    IntentsTest() {
        protocol = VtigerProtocol.REST;
    }

    /** The first set was written before the phrases that find it; of the second, parts were written after them, and the third without them. */
    @ParameterizedTest
    @CsvSource({"intents.txt, 30, 30", "more-intents.txt, 111, 111", "unseen-intents.txt, 20, 16"})
    void rightActionComesFirst(String resource, int all, int atLeast) throws IOException {
        List<String> lines = lines(resource);
        List<String> misses = new ArrayList<>();
        for (String line : lines) {
            String[] parts = line.split("\\|", -1);
            List<Map<String, Object>> found = actions(parts[0].strip());
            Map<String, Object> first = found.isEmpty() ? Map.of() : found.get(0);
            boolean right = Arrays.asList(parts[1].strip().split("/")).contains(first.get("key"));
            String module = parts[2].strip();
            if (!right || !module.isEmpty() && !module.equals(first.get("module"))) {
                misses.add(line.strip() + " -> " + first.get("key") + " " + first.get("module"));
            }
        }
        assertThat(lines).hasSize(all);
        assertThat(misses).hasSizeLessThanOrEqualTo(all - atLeast);
    }

    @Test
    void moduleOfTheIntentIsThatOfTheSchema() {
        Map<String, Object> best = actions("make a new lead").get(0);
        assertThat(best)
                .containsEntry("key", "create-record")
                .containsEntry("name", "Create a record")
                .containsEntry("module", "Leads")
                .containsEntry("operation", "create");
        assertThat(best.get("inputSchema").toString())
                .contains("const=Leads", "lastname", "A record of the module Leads");
    }

    @Test
    void severalModulesThatAreMeantHaveAnEntryEach() {
        assertThat(actions("create a customer"))
                .filteredOn(entry -> "create-record".equals(entry.get("key")))
                .extracting(entry -> entry.get("module"))
                .containsExactly("Accounts", "Contacts");
    }

    @Test
    void fieldNamesItsModuleWhereNoneIsNamed() {
        assertThat(actions("who has an annual revenue over 1000000").get(0))
                .containsEntry("key", "query-records")
                .extractingByKey("module")
                .isIn("Leads", "Accounts");
    }

    private List<String> lines(String resource) throws IOException {
        try (InputStream stream = getClass().getResourceAsStream("operation/" + resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        }
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> actions(String intent) {
        return call("vtiger:actions", null, Map.of(VtigerConstants.INTENT, intent))
                .getMessage()
                .getBody(List.class);
    }
}
