package io.github.camelvtiger.simulator.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The field {@code tags} has a column of one character, which only queries show (seen on 8.2.0). */
class TagsTest {

    private final FreshCrm crm = new FreshCrm();

    @Test
    void theFirstCharacterIsStoredAndOnlyQueriesShowIt() {
        Map<String, Object> lead = crm.create("Leads", Map.of("lastname", "L", "tags", "Beta"));
        String id = lead.get("id").toString();

        assertThat(lead).containsEntry("tags", "");
        assertThat(crm.retrieve(id)).containsEntry("tags", "");
        assertThat(queried(id)).isEqualTo("B");
        assertThat(crm.rows("query", Map.of("query", "select id from Leads where tags = 'B';")))
                .hasSize(1);
    }

    @Test
    void itIsReplacedButNotEmptied() {
        String id = crm.created("Leads", Map.of("lastname", "L", "tags", "Beta"));

        crm.revise(id, Map.of("tags", "Zed"));
        assertThat(queried(id)).isEqualTo("Z");
        crm.update(id, Map.of("lastname", "L", "assigned_user_id", "19x1", "tags", ""));
        assertThat(queried(id)).isEqualTo("Z");
    }

    private Object queried(String id) {
        List<Map<String, Object>> rows =
                crm.rows("query", Map.of("query", "select tags from Leads where id = '" + id + "';"));
        return rows.get(0).get("tags");
    }
}
