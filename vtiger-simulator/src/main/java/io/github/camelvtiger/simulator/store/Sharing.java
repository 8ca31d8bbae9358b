package io.github.camelvtiger.simulator.store;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who sees which records. As on a fresh server everybody sees everything; a module made private shows its records to
 * their owner and to administrators only (recorded with Leads; {@code webservice.md §4}).
 */
public final class Sharing {

    private final Set<String> privateModules = ConcurrentHashMap.newKeySet();

    public void makePrivate(String module) {
        privateModules.add(module);
    }

    public void makePublic(String module) {
        privateModules.remove(module);
    }

    public boolean visible(StoredRow row, CrmUser user) {
        return user.admin()
                || !privateModules.contains(row.module().name())
                || row.value("assigned_user_id").equals(user.id());
    }
}
