package io.github.camelvtiger.simulator.record;

import io.github.camelvtiger.simulator.kind.Kinds;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.operation.WebserviceId;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.StoredRow;

/** Finds the record an id means, or the error the server has for it, in the server's order ({@code webservice.md §4}). */
final class RecordAccess {

    private final CrmStore store;
    private final AccessDenial denial;

    RecordAccess(CrmStore store) {
        this.store = store;
        this.denial = new AccessDenial(store);
    }

    /** @throws WebserviceException if there is no such record or the user may not read it */
    StoredRow readable(String id, CrmUser user) {
        return find(id, user);
    }

    /** @throws WebserviceException if there is no such record or the user may not write it */
    StoredRow writable(String id, CrmUser user) {
        StoredRow row = find(id, user);
        boolean others = row.module().entity() && Kinds.of(row.module()).changedByOthers();
        if (!others && !user.admin()) {
            throw unreadable().because(AccessDenial.administratorsOnly(row.module(), user));
        }
        if (!store.sharing().writable(row, user)) {
            throw unreadable().because(denial.notSeen(row, user));
        }
        return row;
    }

    /** @throws WebserviceException if the module does not exist for this user, or he may not create records of it */
    ModuleMetadata creatable(String name, CrmUser user) {
        ModuleMetadata module =
                store.metadata().module(name).orElseThrow(() -> denied().because(denial.noModule(name)));
        if (!exists(module, user)) {
            throw denied().because(AccessDenial.administratorsOnly(module, user));
        }
        boolean others = module.entity() && Kinds.of(module).createdByOthers();
        if (!others && !user.admin()) {
            throw WebserviceException.accessDenied("Permission to write is denied")
                    .because(AccessDenial.administratorsOnly(module, user));
        }
        return module;
    }

    boolean exists(ModuleMetadata module, CrmUser user) {
        return store.sharing().sees(module, user);
    }

    private StoredRow find(String sent, CrmUser user) {
        WebserviceId id = WebserviceId.of(sent);
        ModuleMetadata module = id.module(store.metadata());
        WebserviceId.check(sent, store.metadata());
        StoredRow row = store.find(module, id.number())
                .orElseThrow(() -> denied().because(denial.missing(module, id.number(), sent)));
        if (!exists(row.module(), user)) {
            throw denied().because(AccessDenial.administratorsOnly(row.module(), user));
        }
        if (row.module() != module) {
            throw new WebserviceException("INVALID_ID_ATTRIBUTE", "Id specified is incorrect")
                    .because(denial.otherModule(module, row));
        }
        if (!store.sharing().readable(row, user)) {
            throw unreadable().because(denial.notSeen(row, user));
        }
        if (!Kinds.of(module).there(row)) {
            throw new WebserviceException("RECORD_NOT_FOUND", "Record you are trying to access is not found")
                    .because(row.id() + " is inactive");
        }
        return row;
    }

    private static WebserviceException denied() {
        return WebserviceException.accessDenied("Permission to perform the operation is denied");
    }

    private static WebserviceException unreadable() {
        return WebserviceException.accessDenied("Permission to read given object is denied");
    }
}
