package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.operation.ServerCrash;
import io.github.camelvtiger.simulator.store.StoredRow;

/** Emails lie in the table of activities and differ by their type only; sync of them fails in its SQL. */
final class EmailsKind implements ModuleKind {

    /** Although {@code describe} says that they may. */
    @Override
    public boolean createdByOthers() {
        return false;
    }

    /** Addresses and sender are read by the record itself. */
    @Override
    public boolean readThroughOwnTable() {
        return false;
    }

    @Override
    public FileRule files() {
        return FileRule.EVERY_PART;
    }

    @Override
    public boolean found(StoredRow row) {
        return !row.deleted() && row.value("activitytype").equalsIgnoreCase("Emails");
    }

    @Override
    public boolean synced() {
        throw new ServerCrash("sync of Emails fails in its SQL");
    }
}
