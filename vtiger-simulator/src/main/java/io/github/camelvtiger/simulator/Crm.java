package io.github.camelvtiger.simulator;

import io.github.camelvtiger.simulator.metadata.FieldMetadata;
import io.github.camelvtiger.simulator.record.Records;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The CRM without HTTP: for tests and for activity in the same process. Saves go the same way as those that come by
 * the API, with the same checks, values and gaps; they fail with the same exceptions.
 */
public final class Crm {

    private final CrmStore store;
    private final Records records;
    private final CrmUser user;

    /** @param user in whose name records are read and saved */
    public Crm(CrmStore store, Records records, CrmUser user) {
        this.store = store;
        this.records = records;
        this.user = user;
    }

    /** The same CRM for another user. */
    public Crm as(String userName) {
        CrmUser other = store.user(userName)
                .orElseThrow(() -> new IllegalArgumentException("the simulator has no user " + userName));
        return new Crm(store, records, other);
    }

    /**
     * @param fields texts, numbers, booleans, null, and lists of maps such as {@code LineItems}; the owner may be left
     *     out: the user is it then
     * @return the id
     */
    public String create(String module, Map<String, ?> fields) {
        Map<String, Object> element = new LinkedHashMap<>(fields);
        element.putIfAbsent("assigned_user_id", user.id());
        return uninterrupted(() -> records.create(module, element, user))
                .get("id")
                .toString();
    }

    public void revise(String id, Map<String, ?> fields) {
        Map<String, Object> element = new LinkedHashMap<>(fields);
        element.put("id", id);
        uninterrupted(() -> records.revise(element, user));
    }

    public void delete(String id) {
        records.delete(id, user);
    }

    /** Hides the records of the module from all but their owners, those above them, and administrators. */
    public void makePrivate(String module) {
        store.sharing().makePrivate(module);
    }

    /** Gives the user's profile the global right to view all records, without which release 8.3.0 shows no module. */
    public void letViewAll(String userName) {
        store.sharing().letViewAll(as(userName).user);
    }

    /**
     * Gives a user another role: H2 is above H3, H3 above H4, H4 above H5, where all but the administrator begin. He
     * sees the private records of those below him.
     */
    public void giveRole(String userName, String role) {
        CrmUser changed = store.user(userName)
                .orElseThrow(() -> new IllegalArgumentException("the simulator has no user " + userName));
        store.table("Users").change(changed.number(), row -> row.with(Map.of("roleid", role)));
    }

    /** The fields of a record as they are at this moment; empty for one that is not there, or deleted. */
    public Optional<Map<String, String>> record(String id) {
        String[] parts = id.split("x");
        return store.whole().read(() -> store.metadata()
                .modulePrefixed(Integer.parseInt(parts[0]))
                .flatMap(module -> store.table(module.name()).live(Long.parseLong(parts[1])))
                .map(Crm::fields));
    }

    /** All records of the module, ascending by id. */
    public List<Map<String, String>> records(String module) {
        return store.whole()
                .read(() -> store.table(module).live().map(Crm::fields).toList());
    }

    public long count(String module) {
        return store.table(module).live().count();
    }

    private static Map<String, String> fields(StoredRow row) {
        Map<String, String> fields = new LinkedHashMap<>();
        row.module().fields().stream()
                .filter(FieldMetadata::answered)
                .forEach(field -> fields.put(field.name(), row.value(field.name())));
        return fields;
    }

    private static Map<String, Object> uninterrupted(Save save) {
        try {
            return save.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while saving a record in the simulator", e);
        }
    }

    private interface Save {
        Map<String, Object> run() throws InterruptedException;
    }
}
