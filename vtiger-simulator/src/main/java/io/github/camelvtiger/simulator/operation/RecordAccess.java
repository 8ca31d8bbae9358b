package io.github.camelvtiger.simulator.operation;

import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.StoredRow;

/** Finds the record an id means, or the error the server has for it, in the server's order ({@code webservice.md §4}). */
final class RecordAccess {

    private final CrmStore store;

    RecordAccess(CrmStore store) {
        this.store = store;
    }

    /** @throws WebserviceException where there is no such record or the user may not read it */
    StoredRow readable(String id, CrmUser user) {
        return find(id, user);
    }

    /** @throws WebserviceException where there is no such record or the user may not write it */
    StoredRow writable(String id, CrmUser user) {
        StoredRow row = find(id, user);
        if (!row.module().entity() && !user.admin()) {
            throw unreadable();
        }
        return row;
    }

    /** @throws WebserviceException where the module does not exist for this user, or he may not create records of it */
    ModuleMetadata creatable(String name, CrmUser user) {
        ModuleMetadata module = store.metadata()
                .module(name)
                .filter(found -> exists(found, user))
                .orElseThrow(RecordAccess::denied);
        if (!module.entity() && !user.admin()) {
            throw WebserviceException.accessDenied("Permission to write is denied");
        }
        return module;
    }

    boolean exists(ModuleMetadata module, CrmUser user) {
        return user.admin() || !store.metadata().administratorOnly(module);
    }

    private StoredRow find(String sent, CrmUser user) {
        WebserviceId id = WebserviceId.of(sent);
        ModuleMetadata module = id.module(store.metadata());
        StoredRow row = store.find(module, id.number()).orElseThrow(RecordAccess::denied);
        if (!exists(row.module(), user)) {
            throw denied();
        }
        if (row.module() != module) {
            throw new WebserviceException("INVALID_ID_ATTRIBUTE", "Id specified is incorrect");
        }
        if (!store.sharing().visible(row, user)) {
            throw unreadable();
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
