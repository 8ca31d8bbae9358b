package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.store.StoredRow;

/** A question without a record number is one whose row the database refused. */
final class FaqKind implements ModuleKind {

    @Override
    public boolean found(StoredRow row) {
        return !row.deleted() && !row.value("faq_no").isEmpty();
    }
}
