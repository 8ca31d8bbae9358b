package io.github.camelvtiger.simulator.kind;

import java.util.Map;
import java.util.Optional;

/** Contacts have images, and workflows that want their owner. */
final class ContactsKind implements ModuleKind {

    @Override
    public Map<String, String> clearedOnDelete() {
        return Map.of(
                "HelpDesk", "contact_id",
                "PurchaseOrder", "contact_id",
                "SalesOrder", "contact_id",
                "Quotes", "contact_id");
    }

    @Override
    public FileRule files() {
        return FileRule.IMAGES;
    }

    @Override
    public void saved(SavedRecord saved) {
        WorkflowOwner.read(saved.row());
    }

    @Override
    public Optional<String> coveringIndex() {
        return Optional.of("account_id");
    }
}
