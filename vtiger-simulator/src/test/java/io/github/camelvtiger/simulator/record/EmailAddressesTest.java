package io.github.camelvtiger.simulator.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmailAddressesTest {

    private final FreshCrm crm = new FreshCrm();

    @Test
    void becomeAListOfWhateverIsSent() {
        String id = crm.created(
                "Emails",
                Map.of(
                        "subject", "S",
                        "date_start", "2026-12-01",
                        "from_email", "a@example.com",
                        "saved_toid", "b@example.com,c@example.com,"));
        String list = "[\"b@example.com\",\"c@example.com\"]";

        assertThat(crm.retrieve(id)).containsEntry("saved_toid", list).containsEntry("ccmail", "[\"\"]");
        assertThat(crm.revise(id, Map.of("saved_toid", list)))
                .as("sent back as it was read")
                .containsEntry("saved_toid", list);
        assertThat(crm.revise(id, Map.of("saved_toid", "[\"d@example.com\"]")))
                .containsEntry("saved_toid", "[\"[\\\"d@example.com\\\"]\"]");
    }

    @Test
    void aListIsWrittenInAscii() {
        assertThat(email(Map.of("saved_toid", "Müller 😀")))
                .containsEntry("saved_toid", "[\"M\\u00fcller \\ud83d\\ude00\"]");
    }

    @Test
    void anUpdateMakesAListOfTheListItHasRead() {
        Map<String, Object> sent =
                Map.of("subject", "S", "date_start", "2026-12-01", "from_email", "a", "saved_toid", "b", "ccmail", "c");
        String id = crm.created("Emails", sent);

        Map<String, Object> updated = crm.update(
                id,
                Map.of(
                        "subject", "S",
                        "date_start", "2026-12-01",
                        "from_email", "a",
                        "saved_toid", "b",
                        "assigned_user_id", "19x1"));

        assertThat(updated)
                .containsEntry("saved_toid", "[\"b\"]")
                .containsEntry("ccmail", "[\"[&quot;c&quot;]\"]")
                .containsEntry("bccmail", "[\"[&quot;&quot;]\"]");
        assertThat(crm.revise(id, Map.of("subject", "T")))
                .as("something in it is encoded")
                .containsEntry("ccmail", "[\"[\\\"[&quot;c&quot;]\\\"]\"]");
    }

    private Map<String, Object> email(Map<String, String> addresses) {
        Map<String, Object> element =
                new HashMap<>(Map.of("subject", "S", "date_start", "2026-12-01", "from_email", "a@example.com"));
        element.putAll(addresses);
        return crm.create("Emails", element);
    }
}
