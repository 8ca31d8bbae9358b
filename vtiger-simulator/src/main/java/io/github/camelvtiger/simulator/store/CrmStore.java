package io.github.camelvtiger.simulator.store;

import io.github.camelvtiger.simulator.metadata.Metadata;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** All data of the simulated CRM: tables, users, the one sequence of record numbers. Knows nothing of any protocol. */
public final class CrmStore {

    private final Metadata metadata;
    private final Map<String, ModuleTable> tables = new ConcurrentHashMap<>();
    private final Map<String, CrmUser> users = new ConcurrentHashMap<>();
    private final AtomicLong sequence = new AtomicLong(1);

    public CrmStore(Metadata metadata) {
        this.metadata = metadata;
        metadata.modules().forEach(module -> tables.put(module.name(), new ModuleTable(module)));
    }

    public Metadata metadata() {
        return metadata;
    }

    /** @throws IllegalArgumentException for a module that does not exist: callers have checked it */
    public ModuleTable table(String module) {
        ModuleTable table = tables.get(module);
        if (table == null) {
            throw new IllegalArgumentException("no table for module " + module);
        }
        return table;
    }

    /** The next record number, unique over all modules ({@code webservice.md §4}). */
    public long nextNumber() {
        return sequence.incrementAndGet();
    }

    public void addUser(CrmUser user) {
        users.put(user.userName().toLowerCase(java.util.Locale.ROOT), user);
    }

    /** User names are matched without regard to case ({@code webservice.md §3}). */
    public Optional<CrmUser> user(String userName) {
        return Optional.ofNullable(users.get(userName.toLowerCase(java.util.Locale.ROOT)));
    }
}
