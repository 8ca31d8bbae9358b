package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.StoredRow;
import io.github.camelvtiger.simulator.value.SentElement;
import java.util.Map;
import java.util.Set;

/** The description of taxes is older than two of their columns; a new tax is named after its place. */
final class TaxKind implements ModuleKind {

    @Override
    public Map<String, String> made(SentElement element, CrmStore store) {
        long last = store.table("Tax").rows().isEmpty()
                ? 0
                : store.table("Tax").rows().lastKey();
        return Map.of(
                "taxname",
                "tax" + (last + 1),
                "deleted",
                "0",
                "method",
                "Simple",
                "type",
                "Fixed",
                "compoundon",
                "[]",
                "regions",
                "[]");
    }

    @Override
    public Set<String> keptByUpdate() {
        return Set.of("taxname", "method", "type", "compoundon", "regions");
    }

    @Override
    public Set<String> onlyQueried() {
        return Set.of("compoundon", "regions");
    }

    /** Only marked as such, so that the API still gives it out by its id. */
    @Override
    public boolean markedAsDeleted() {
        return true;
    }

    @Override
    public boolean foundAfterDelete() {
        return true;
    }

    @Override
    public boolean found(StoredRow row) {
        return !row.deleted() && row.value("deleted").equals("0");
    }
}
