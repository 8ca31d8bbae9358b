package io.github.camelvtiger.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallJournalTest {

    private final CallJournal journal = new CallJournal(1000);

    @Test
    void longCallsPushOutThoseBefore() {
        for (int i = 0; i < 10; i++) {
            journal.add(call("query", "x".repeat(400)));
        }
        assertThat(journal.calls()).hasSize(2);

        journal.add(call("create", "x".repeat(5000)));
        assertThat(journal.calls())
                .singleElement()
                .extracting(RecordedCall::operation)
                .isEqualTo("create");

        journal.add(call("retrieve", "x"));
        assertThat(journal.calls())
                .singleElement()
                .extracting(RecordedCall::operation)
                .isEqualTo("retrieve");
    }

    private static RecordedCall call(String operation, String value) {
        return new RecordedCall(operation, "GET", Map.of("a", value), 1, 200, Instant.EPOCH, Explanation.NONE);
    }
}
