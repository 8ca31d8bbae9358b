package io.github.camelvtiger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.client.AmbiguousWriteException;
import io.github.camelvtiger.client.TransportException;
import io.github.camelvtiger.simulator.fault.Fault;
import io.github.camelvtiger.simulator.store.SaveGaps;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes of records that do not say when they were modified, such as Groups and Users. */
class TimelessChangesTest {

    private InterruptedCrm crm;
    private String team;

    @BeforeEach
    void start() {
        crm = new InterruptedCrm(SaveGaps.NONE);
        team = crm.client
                .create("Groups", Map.of("groupname", "Team", "description", "first"))
                .join()
                .get("id")
                .toString();
    }

    @AfterEach
    void stop() {
        crm.close();
    }

    @Test
    void whatHappenedIsAnswered() {
        crm.server.faults().failNext(1, Fault.CUT_AFTER_EFFECT, "update");

        assertThat(crm.writes.update(change()).join()).containsEntry("description", "second");
    }

    @Test
    void aRecordThatIsAsItWasBeforeWasNotWritten() {
        crm.server.faults().failNext(1, Fault.CUT_BEFORE_EFFECT, "update");

        assertThatThrownBy(() -> crm.writes.update(change()).join())
                .cause()
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("did not happen")
                .hasMessageContaining("as it was before");
    }

    @Test
    void aRecordThatWasChangedOtherwiseProvesNothing() {
        crm.server.faults().failNext(1, Fault.CUT_BEFORE_EFFECT, "update");
        crm.duringPause(2, () -> crm.client
                .update(Map.of("id", team, "groupname", "Team", "description", "other"))
                .join());

        assertThatThrownBy(() -> crm.writes.update(change()).join())
                .cause()
                .isInstanceOf(AmbiguousWriteException.class)
                .hasMessageContaining("no time of modification")
                .hasMessageContaining("description");
    }

    private Map<String, Object> change() {
        return Map.of("id", team, "groupname", "Team", "description", "second");
    }
}
