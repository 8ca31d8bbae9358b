package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.store.Collation;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.value.SentElement;
import java.util.Optional;

/** Groups own records, for all of their members. */
final class GroupsKind implements ModuleKind {

    /** The database refuses a second group of a name, even of the empty one, and the server does not notice. */
    @Override
    public void refuseNew(SentElement element, CrmStore store) {
        String name = element.text("groupname");
        boolean taken =
                store.table("Groups").live().anyMatch(group -> Collation.compare(group.value("groupname"), name) == 0);
        if (taken) {
            throw new WebserviceException("RECORD_NOT_FOUND", "Record not found");
        }
    }

    @Override
    public boolean assignable(long number, ModuleMetadata module, CrmUser user, CrmStore store) {
        return store.sharing().assignableToGroup(module.name(), number, user);
    }

    @Override
    public boolean losesOwnedRecords() {
        return true;
    }

    @Override
    public boolean numberedWithUsers() {
        return true;
    }

    @Override
    public Optional<String> coveringIndex() {
        return Optional.of("groupname");
    }
}
