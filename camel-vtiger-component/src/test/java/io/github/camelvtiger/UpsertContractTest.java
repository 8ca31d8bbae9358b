package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.BatchItem.Outcome;
import io.github.camelvtiger.client.BatchResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Upserts: the same assertions hold for any server. */
@LiveSuite
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

    private final LiveCrm crm;
    private final String mark;

    UpsertContractTest(LiveCrm crm) {
        this.crm = crm;
        mark = crm.mark();
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
        BatchResult result = crm.body(
                "vtiger:upsert/Leads?parallelism=4&matchFields=" + matchFields, rows, Map.of(), BatchResult.class);
        return result.items().stream()
                .map(item -> {
                    if (item.outcome() == Outcome.CREATED) {
                        crm.delete(item.id());
                    }
                    return item.outcome();
                })
                .toList();
    }
}
