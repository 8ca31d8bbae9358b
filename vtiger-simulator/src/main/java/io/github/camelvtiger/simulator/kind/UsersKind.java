package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.Set;

/** Users own records, and are never in a sync. */
final class UsersKind implements ModuleKind {

    /** Few fields of users are open to profiles. */
    private static final Set<String> FOUND_BY = Set.of("phone", "picklist", "boolean");

    @Override
    public boolean referredAsOwner() {
        return true;
    }

    @Override
    public boolean assignable(long number, ModuleMetadata module, CrmUser user, CrmStore store) {
        return store.sharing().assignableToUser(number, user);
    }

    @Override
    public boolean numberedWithUsers() {
        return true;
    }

    @Override
    public boolean labelled() {
        return false;
    }

    @Override
    public boolean labelledOnRevise() {
        return true;
    }

    @Override
    public boolean foundByType(String fieldType) {
        return FOUND_BY.contains(fieldType);
    }

    @Override
    public boolean found(StoredRow row) {
        return !row.deleted() && row.value("status").equals("Active");
    }

    @Override
    public boolean synced() {
        return false;
    }
}
