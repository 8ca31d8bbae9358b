package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.mapping.ReferenceByKey;
import io.github.camelvtiger.routes.sync.store.Reject;
import io.github.camelvtiger.upsert.ServerCollation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts the ids of records in the place of references by a natural key: one query for all values of a field in a portion.
 * What was found is remembered for the run, as far as it fits.
 */
final class References {

    private static final int REMEMBERED = 10_000;

    /** Reads records of the CRM. */
    interface Query {

        /** @return the records whose field has one of the values, with {@code id} and the field */
        List<Map<String, Object>> find(String module, String field, List<String> values);
    }

    /** @param mayPass whether the record may come to be there */
    private record Fault(String sentence, boolean mayPass) {}

    private record Key(String module, String field, String value) {}

    private final Query query;
    private final Map<Key, List<String>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, List<String>> eldest) {
            return size() > REMEMBERED;
        }
    };

    References(Query query) {
        this.query = query;
    }

    /** The portion with ids; a row whose reference cannot be found is refused. */
    Chunk resolved(Chunk chunk) {
        Set<ReferenceByKey> wanted = new LinkedHashSet<>();
        for (Chunk.Target target : chunk.rows()) {
            target.record().values().stream()
                    .filter(ReferenceByKey.class::isInstance)
                    .map(ReferenceByKey.class::cast)
                    .forEach(wanted::add);
        }
        if (wanted.isEmpty()) {
            return chunk;
        }
        lookUp(wanted);
        List<Chunk.Target> rows = new ArrayList<>();
        List<Chunk.Refused> refused = new ArrayList<>();
        for (Chunk.Target target : chunk.rows()) {
            List<Fault> faults = new ArrayList<>();
            Map<String, Object> record = new LinkedHashMap<>();
            target.record().forEach((field, value) -> {
                Object resolved = value instanceof ReferenceByKey reference ? id(field, reference, faults) : value;
                if (resolved != null || !(value instanceof ReferenceByKey)) {
                    record.put(field, resolved);
                }
            });
            if (faults.isEmpty()) {
                rows.add(new Chunk.Target(target.row(), record));
            } else {
                refused.add(new Chunk.Refused(
                        target.row(),
                        faults.stream().map(Fault::sentence).collect(Collectors.joining(" ")),
                        faults.stream().allMatch(Fault::mayPass) ? Reject.Cause.PASSING : Reject.Cause.REFUSED));
            }
        }
        return chunk.with(rows, refused);
    }

    private void lookUp(Set<ReferenceByKey> wanted) {
        Map<String, Map<String, Set<String>>> missing = new LinkedHashMap<>();
        for (ReferenceByKey reference : wanted) {
            for (String module : reference.modules()) {
                if (!known.containsKey(key(module, reference))) {
                    missing.computeIfAbsent(module, each -> new LinkedHashMap<>())
                            .computeIfAbsent(reference.field(), each -> new LinkedHashSet<>())
                            .add(reference.value());
                }
            }
        }
        missing.forEach((module, fields) -> fields.forEach((field, values) -> {
            for (String value : values) {
                known.put(new Key(module, field, ServerCollation.key(value)), new ArrayList<>());
            }
            for (Map<String, Object> record : query.find(module, field, List.copyOf(values))) {
                List<String> ids =
                        known.get(new Key(module, field, ServerCollation.key(String.valueOf(record.get(field)))));
                if (ids != null) {
                    ids.add(String.valueOf(record.get("id")));
                }
            }
        }));
    }

    private static Key key(String module, ReferenceByKey reference) {
        return new Key(module, reference.field(), ServerCollation.key(reference.value()));
    }

    /** @return null with a fault if there is not exactly one */
    private String id(String field, ReferenceByKey reference, List<Fault> faults) {
        List<String> ids = reference.modules().stream()
                .flatMap(module -> known.getOrDefault(key(module, reference), List.of()).stream())
                .toList();
        if (ids.size() == 1) {
            return ids.get(0);
        }
        String wanted = reference.modules().stream().collect(Collectors.joining(" or ")) + " with " + reference.field()
                + " = '" + reference.value() + "'";
        if (ids.size() > 1) {
            faults.add(new Fault(
                    field + ": there are " + ids.size() + " records of " + wanted + " (" + String.join(", ", ids)
                            + "); give them different values, or map the id.",
                    false));
            return null;
        }
        faults.add(new Fault(field + ": there is no record of " + wanted + "; create it, or correct the value.", true));
        return null;
    }
}
