package io.github.camelvtiger.routes.sync.killed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.routes.sync.store.JournalledWrite;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.util.ArrayList;
import java.util.List;

/** What the journal says of all runs of a sync. */
record JournalOf(SyncStore store, String sync) {

    List<Run> runs() {
        return store.runs().latest(sync, Integer.MAX_VALUE);
    }

    /** What has arrived in the CRM. */
    List<JournalledWrite> written(Run run) {
        List<JournalledWrite> writes = new ArrayList<>();
        store.journal().ofRun(run.id(), write -> {
            if (write.state() == JournalledWrite.State.WRITTEN) {
                writes.add(write);
            }
        });
        return writes;
    }

    /** Each run has come to its end without rejects, and each row of it was written once. */
    void writtenOnce(int rows) {
        int written = 0;
        for (Run run : runs()) {
            List<Long> numbers = written(run).stream().map(JournalledWrite::row).toList();
            assertThat(run.state()).as("%s", run).isEqualTo(Run.State.DONE);
            assertThat(run.counts().rejected()).as("%s", run).isZero();
            assertThat(numbers).as("%s", run).doesNotHaveDuplicates();
            written += numbers.size();
        }
        assertThat(written).as("rows of %s", sync).isEqualTo(rows);
    }
}
