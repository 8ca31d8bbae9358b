package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.StoredRow;
import io.github.camelvtiger.simulator.value.SentElement;
import java.util.Map;

/** Tickets are only read by ordinary users. They take every file, and have workflows that want their owner. */
final class HelpDeskKind implements ModuleKind {

    @Override
    public boolean createdByOthers() {
        return false;
    }

    @Override
    public boolean changedByOthers() {
        return false;
    }

    /** The name is read under the name of its column, under which the record does not have it. */
    @Override
    public boolean labelledWhenBlank() {
        return false;
    }

    @Override
    public FileRule files() {
        return FileRule.EVERY_PART;
    }

    /** Every ticket counts as one from the CRM as soon as it is saved. */
    @Override
    public Map<String, String> computed(
            StoredRow before, Map<String, String> changes, SentElement element, CrmUser user, String today) {
        return Map.of("from_portal", "0");
    }

    @Override
    public void saved(SavedRecord saved) {
        WorkflowOwner.read(saved.row());
    }
}
