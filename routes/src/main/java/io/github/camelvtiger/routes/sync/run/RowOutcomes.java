package io.github.camelvtiger.routes.sync.run;

import java.util.List;

/** Learns what became of the rows of a sync: called before the position of their run moves, and again if the process ends between. */
public interface RowOutcomes {

    /** Of a source that does not want to know. */
    RowOutcomes NONE = outcomes -> {};

    /** @throws StagedRowsException if they cannot be kept now; they come again then */
    void settle(List<RowOutcome> outcomes);
}
