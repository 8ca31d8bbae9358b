package io.github.camelvtiger.simulator.record;

import static org.assertj.core.api.Assertions.assertThat;

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
}
