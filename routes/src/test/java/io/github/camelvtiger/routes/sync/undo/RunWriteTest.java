package io.github.camelvtiger.routes.sync.undo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.PlannedWrite;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.ReferenceField;
import io.github.camelvtiger.routes.sync.store.JournalledWrite;
import io.github.camelvtiger.routes.sync.store.JournalledWrite.Kind;
import io.github.camelvtiger.routes.sync.store.JournalledWrite.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an undo takes from the journal. */
class RunWriteTest {

    @Test
    void aDeleteKeepsWhatReferredToItsRecord() {
        RunWrite write =
                RunWrite.of(journalled(Kind.DELETE, "11x3", State.WRITTEN)).orElseThrow();
        assertThat(write.kind()).isEqualTo(PlannedWrite.Kind.DELETE);
        assertThat(write.id()).isEqualTo(RecordId.parse("11x3"));
        assertThat(write.row()).isEqualTo(7);
        assertThat(write.referrers())
                .isEqualTo(Map.of(new ReferenceField("Contacts", "account_id"), List.of(RecordId.parse("12x5"))));
    }

    @Test
    void whatWasRefusedIsNotUndone() {
        assertThat(RunWrite.of(journalled(Kind.REVISE, "11x3", State.REFUSED))).isEmpty();
    }

    @Test
    void whatMayHaveBeenWrittenIsComparedIfItsRecordIsKnown() {
        assertThat(RunWrite.of(journalled(Kind.REVISE, "11x3", State.AMBIGUOUS)))
                .isPresent();
        assertThat(RunWrite.of(journalled(Kind.CREATE, null, State.INTENDED))).isEmpty();
    }

    private static JournalledWrite journalled(Kind kind, String id, State state) {
        return new JournalledWrite(
                1,
                "run",
                7,
                "line 8",
                kind,
                "Accounts",
                Optional.ofNullable(id),
                Map.of("accountname", "Before"),
                Map.of(),
                Map.of(),
                Map.of("Contacts.account_id", List.of("12x5")),
                state,
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty());
    }
}
