package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.client.WithheldWriteException;
import io.github.camelvtiger.routes.sync.mapping.ReferenceByKey;
import io.github.camelvtiger.routes.sync.store.Reject;
import io.github.camelvtiger.upsert.ServerCollation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Of records that could not be created, in the present portion. */
    private final Map<Key, VtigerException> refusals = new HashMap<>();

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

    /**
     * The portion with ids; a row whose reference cannot be found is refused, and one whose reference is withheld left out.
     *
     * @param creating creates the records that the sync file wants to be created
     */
    Chunk resolved(Chunk chunk, NewRecords creating) {
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
        creating.settle(wanted);
        lookUp(wanted);
        for (ReferenceByKey reference : wanted) {
            if (ids(reference).isEmpty()) {
                creating.planned(reference)
                        .ifPresent(id -> known.put(key(reference.modules().get(0), reference), List.of(id)));
            }
        }
        refusals.clear();
        List<Chunk.Target> rows = new ArrayList<>();
        List<Chunk.Refused> refused = new ArrayList<>();
        for (Chunk.Target target : chunk.rows()) {
            List<Fault> faults = faults(target);
            boolean withheld = false;
            if (faults.isEmpty()) {
                try {
                    faults = create(target, creating);
                } catch (WithheldWriteException e) {
                    withheld = true;
                }
            }
            if (faults.isEmpty() && !withheld) {
                rows.add(withIds(target));
            } else if (!withheld) {
                refused.add(new Chunk.Refused(
                        target.row(),
                        faults.stream().map(Fault::sentence).collect(Collectors.joining(" ")),
                        faults.stream().allMatch(Fault::mayPass) ? Reject.Cause.PASSING : Reject.Cause.REFUSED));
            }
        }
        return chunk.with(rows, refused);
    }

    private interface EachReference {
        void take(String field, ReferenceByKey reference);
    }

    private static void forEach(Chunk.Target target, EachReference each) {
        target.record().forEach((field, value) -> {
            if (value instanceof ReferenceByKey reference) {
                each.take(field, reference);
            }
        });
    }

    private List<Fault> faults(Chunk.Target target) {
        List<Fault> faults = new ArrayList<>();
        forEach(target, (field, reference) -> fault(field, reference).ifPresent(faults::add));
        return faults;
    }

    /** Those of its references that are not there, once nothing else speaks against the row. */
    private List<Fault> create(Chunk.Target target, NewRecords creating) {
        List<Fault> faults = new ArrayList<>();
        forEach(target, (field, reference) -> {
            if (ids(reference).isEmpty()) {
                Key key = key(reference.modules().get(0), reference);
                try {
                    if (!refusals.containsKey(key)) {
                        known.put(key, List.of(creating.create(reference, target.row())));
                    }
                } catch (WithheldWriteException e) {
                    throw e;
                } catch (VtigerException e) {
                    RejectCauses.endingRun(e).ifPresent(ending -> {
                        throw ending;
                    });
                    refusals.put(key, e);
                }
                Optional.ofNullable(refusals.get(key))
                        .ifPresent(failure -> faults.add(new Fault(
                                field + ": no record of " + wanted(reference) + " could be created: "
                                        + failure.getMessage(),
                                RejectCauses.of(failure) == Reject.Cause.PASSING)));
            }
        });
        return faults;
    }

    private Chunk.Target withIds(Chunk.Target target) {
        Map<String, Object> record = new LinkedHashMap<>(target.record());
        Map<String, ReferenceByKey> references = new LinkedHashMap<>();
        forEach(target, (field, reference) -> {
            record.put(field, ids(reference).get(0));
            references.put(field, reference);
        });
        return new Chunk.Target(target.row(), record, references);
    }

    private void lookUp(Set<ReferenceByKey> wanted) {
        Map<String, Map<String, Set<String>>> missing = new LinkedHashMap<>();
        for (ReferenceByKey reference : wanted) {
            for (String module : reference.modules()) {
                // One that was not there may have been created since, by this run too.
                if (known.getOrDefault(key(module, reference), List.of()).isEmpty()) {
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

    private List<String> ids(ReferenceByKey reference) {
        return reference.modules().stream()
                .flatMap(module -> known.getOrDefault(key(module, reference), List.of()).stream())
                .toList();
    }

    private static String wanted(ReferenceByKey reference) {
        return String.join(" or ", reference.modules()) + " with " + reference.field() + " = '" + reference.value()
                + "'";
    }

    /** Why there is not one record to refer to, unless it is to be created. */
    private Optional<Fault> fault(String field, ReferenceByKey reference) {
        List<String> ids = ids(reference);
        if (ids.size() > 1) {
            return Optional.of(new Fault(
                    field + ": there are " + ids.size() + " records of " + wanted(reference) + " ("
                            + String.join(", ", ids) + "); give them different values, or map the id.",
                    false));
        }
        return ids.isEmpty() && !reference.create()
                ? Optional.of(new Fault(
                        field + ": there is no record of " + wanted(reference) + "; create it, or correct the value.",
                        true))
                : Optional.empty();
    }
}
