package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.routes.sync.mapping.ForeignOwner;
import io.github.camelvtiger.routes.sync.mapping.ForeignReference;
import io.github.camelvtiger.routes.sync.mapping.ReferenceByKey;
import io.github.camelvtiger.routes.sync.store.Reject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts natural keys in the place of ids of the CRM that is read, by one query for all ids of a module in a portion: a reference
 * becomes the value by which its record is found in the other CRM, an owner the user's or group's name.
 */
final class SourceRecords {

    private static final Map<String, String> NAMES_OF_OWNERS = Map.of("Users", "user_name", "Groups", "groupname");

    private final CrmQuestions source;
    private final Map<String, Integer> prefixes = new HashMap<>();

    /** @param source the CRM that is read */
    SourceRecords(CrmQuestions source) {
        this.source = source;
    }

    /** A field of a module whose values are asked for. */
    private record Column(String module, String field) {}

    /** The portion without ids of the source; a row with one that cannot be looked up is refused. */
    Chunk translated(Chunk chunk) {
        Map<Column, Set<String>> wanted = new LinkedHashMap<>();
        for (Chunk.Target target : chunk.rows()) {
            target.record().values().forEach(value -> columns(value)
                    .forEach((column, id) -> wanted.computeIfAbsent(column, same -> new LinkedHashSet<>())
                            .add(id)));
        }
        Map<Column, Map<String, String>> found = new HashMap<>();
        wanted.forEach((column, ids) -> found.put(column, values(column, List.copyOf(ids))));
        List<Chunk.Target> rows = new ArrayList<>();
        List<Chunk.Refused> refused = new ArrayList<>();
        for (Chunk.Target target : chunk.rows()) {
            List<String> faults = new ArrayList<>();
            Map<String, Object> record = new LinkedHashMap<>();
            target.record().forEach((field, value) -> record.put(field, translated(field, value, found, faults)));
            if (faults.isEmpty()) {
                rows.add(new Chunk.Target(target.row(), record));
            } else {
                refused.add(new Chunk.Refused(target.row(), String.join(" ", faults), Reject.Cause.PASSING));
            }
        }
        return chunk.with(rows, refused);
    }

    /** Where the natural key of a value is to be looked for: in the module that its id is of. */
    private Map<Column, String> columns(Object value) {
        if (value instanceof ForeignReference reference) {
            return column(reference.id(), reference.modules(), Map.of(), reference.field());
        }
        return value instanceof ForeignOwner owner
                ? column(owner.id(), new TreeMap<>(NAMES_OF_OWNERS).keySet(), NAMES_OF_OWNERS, "")
                : Map.of();
    }

    private Map<Column, String> column(
            String id, Iterable<String> modules, Map<String, String> fields, String otherwise) {
        int prefix = RecordId.parse(id).prefix();
        for (String module : modules) {
            int known = prefixes.computeIfAbsent(
                    module, name -> source.describe(name).idPrefix());
            if (known == prefix) {
                return Map.of(new Column(module, fields.getOrDefault(module, otherwise)), id);
            }
        }
        return Map.of();
    }

    /** By id. */
    private Map<String, String> values(Column column, List<String> ids) {
        Map<String, String> values = new HashMap<>();
        source.query(
                        "SELECT id, " + column.field() + " FROM " + column.module() + " WHERE id IN (:ids)",
                        Map.of("ids", ids))
                .forEach(row -> values.put(
                        String.valueOf(row.get("id")), String.valueOf(row.getOrDefault(column.field(), ""))));
        return values;
    }

    private Object translated(String field, Object value, Map<Column, Map<String, String>> found, List<String> faults) {
        if (!(value instanceof ForeignReference) && !(value instanceof ForeignOwner)) {
            return value;
        }
        Map.Entry<Column, String> asked =
                columns(value).entrySet().stream().findFirst().orElse(null);
        String id = value instanceof ForeignReference reference ? reference.id() : ((ForeignOwner) value).id();
        String key = asked == null ? null : found.get(asked.getKey()).get(id);
        if (key == null || key.isBlank()) {
            faults.add(field + ": " + id + " of the CRM that is read "
                    + (asked == null
                            ? "is of a module that the field does not refer to."
                            : key == null
                                    ? "cannot be read there as one of "
                                            + asked.getKey().module() + "."
                                    : "has no " + asked.getKey().field() + " by which to find it here."));
            return null;
        }
        return value instanceof ForeignReference reference
                ? new ReferenceByKey(reference.modules(), reference.field(), key, reference.create())
                : key;
    }
}
