package io.github.camelvtiger.routes.sync.migration;

import io.github.camelvtiger.client.AccessDeniedException;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.upsert.ServerCollation;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Records that do not move, since no client creates them as records: users, groups, currencies and folders of documents. Each is found
 * in the target by its name. What was found is remembered; what was not is looked for again with the next portion.
 */
public final class NamedRecords {

    private static final Map<String, String> NAMES = Map.of(
            "Users", "user_name", "Groups", "groupname", "Currency", "currency_code", "DocumentFolders", "foldername");

    private final Crm source;
    private final Crm target;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> found = new HashMap<>();

    public NamedRecords(Crm source, Crm target) {
        this.source = source;
        this.target = target;
    }

    /** Those whose records are found by name. */
    public static Set<String> modules() {
        return new TreeSet<>(NAMES.keySet());
    }

    /** The field by which the records of such a module are found. */
    public static String name(String module) {
        return NAMES.get(module);
    }

    /** Whether the records of a module are found by name. */
    public static boolean are(String module) {
        return NAMES.containsKey(module);
    }

    /** Looks for the records of a module that are not known yet. */
    public synchronized void look(String module, Collection<String> ids) {
        Set<String> unnamed = new LinkedHashSet<>(ids);
        unnamed.removeAll(names.keySet());
        String name = NAMES.get(module);
        if (!unnamed.isEmpty()) {
            rows(
                            source,
                            "SELECT id, " + name + " FROM " + module + " WHERE id IN (:ids)",
                            Map.of("ids", List.copyOf(unnamed)))
                    .forEach(row -> names.put(String.valueOf(row.get("id")), String.valueOf(row.get(name))));
        }
        boolean missing = ids.stream()
                .map(names::get)
                .anyMatch(wanted -> wanted != null && !found.containsKey(key(module, wanted)));
        if (missing) {
            rows(target, "SELECT id, " + name + " FROM " + module, Map.of())
                    .forEach(row ->
                            found.put(key(module, String.valueOf(row.get(name))), String.valueOf(row.get("id"))));
        }
    }

    /** A user without rights to see others knows none of them. */
    private static List<Map<String, Object>> rows(Crm crm, String vtql, Map<String, Object> values) {
        try {
            return crm.query(vtql, values, false);
        } catch (AccessDeniedException | InvalidRecordException unseen) {
            return List.of();
        }
    }

    private static String key(String module, String name) {
        return module + ' ' + ServerCollation.key(name);
    }

    /** The id of the record of the target with the name; empty if there is none. */
    public synchronized Optional<String> find(String module, String id) {
        return Optional.ofNullable(names.get(id)).map(name -> found.get(key(module, name)));
    }

    /** What a person calls it: its name, or its id if that cannot be read. */
    public synchronized String nameOf(String id) {
        return names.getOrDefault(id, id);
    }
}
