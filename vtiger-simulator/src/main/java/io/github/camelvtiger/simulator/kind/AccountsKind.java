package io.github.camelvtiger.simulator.kind;

import java.util.Map;

/** Potentials and Quotes are deleted with their Account. */
final class AccountsKind implements ModuleKind {

    @Override
    public Map<String, String> deletedTogether() {
        return Map.of("Potentials", "related_to", "Quotes", "account_id");
    }

    @Override
    public Map<String, String> clearedOnDelete() {
        return Map.of("Contacts", "account_id", "HelpDesk", "parent_id");
    }
}
