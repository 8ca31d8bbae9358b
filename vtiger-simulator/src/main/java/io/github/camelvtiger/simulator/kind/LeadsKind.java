package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.store.StoredRow;

/** A Lead that was converted is there, but not for queries. */
final class LeadsKind implements ModuleKind {

    @Override
    public boolean found(StoredRow row) {
        return !row.deleted() && row.value("converted").isEmpty();
    }
}
