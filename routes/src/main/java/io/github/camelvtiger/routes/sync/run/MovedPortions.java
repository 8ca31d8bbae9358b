package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.feed.AddedColumns;
import io.github.camelvtiger.routes.sync.mapping.ReferenceByKey;
import io.github.camelvtiger.routes.sync.migration.MovedReferences;
import io.github.camelvtiger.routes.sync.migration.MovedReferences.Translated;
import io.github.camelvtiger.routes.sync.store.Links;
import io.github.camelvtiger.routes.sync.store.Reject;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The portions of records that move to another CRM, with the ids of that one. References to what is not there yet are left empty, and
 * remembered for a second step; of records that are there only what differs is left.
 */
final class MovedPortions implements Lookups {

    private final SyncDefinition sync;
    private final SyncStore store;
    private final MovedReferences references;
    private final StoredRecords stored;
    private final Targets targets;

    /** What stands in for the ids of records that a plan would create, by how the source calls them. */
    private final Map<String, String> planned = new HashMap<>();

    MovedPortions(
            SyncDefinition sync, SyncStore store, MovedReferences references, StoredRecords stored, Targets targets) {
        this.sync = sync;
        this.store = store;
        this.references = references;
        this.stored = stored;
        this.targets = targets;
    }

    @Override
    public Chunk resolved(Chunk chunk, Pass pass) {
        if (chunk.rows().isEmpty()) {
            return chunk;
        }
        if (chunk.deletes()) {
            pass.writing().ifPresent(any -> store.references().remove(sync.name(), places(chunk)));
            return chunk;
        }
        ModuleDescription module = targets.of(chunk.module()).description();
        List<Translated> translated = references.translated(module, chunk.records(), planned);
        List<Chunk.Target> rows = new ArrayList<>();
        List<Chunk.Refused> refused = new ArrayList<>();
        Map<String, Map<String, String>> open = new LinkedHashMap<>();
        for (int index = 0; index < translated.size(); index++) {
            Chunk.Target target = chunk.rows().get(index);
            Translated record = translated.get(index);
            if (record.faults().isEmpty()) {
                if (AddedColumns.hasFiles(module.name())) {
                    DocumentTransfer.withoutFile(record.record());
                }
                rows.add(new Chunk.Target(target.row(), record.record(), created(record)));
                open.put(target.row().place(), record.open());
            } else {
                refused.add(new Chunk.Refused(target.row(), String.join(" ", record.faults()), Reject.Cause.PASSING));
            }
        }
        Chunk moved = chunk.with(rows, refused);
        boolean creates = chunk.operation().equals("create");
        if (pass.writing().isPresent()) {
            // Before the records are there: of one that a killed process has created it is known then what it lacks.
            store.references().put(sync.name(), open);
            if (!creates) {
                link(moved);
            }
        } else if (creates) {
            rows.forEach(row -> planned.put(row.row().place(), PlanPass.standIn(module.idPrefix())));
        }
        return creates ? moved : stored.differing(moved, pass::seen);
    }

    private static List<String> places(Chunk chunk) {
        return chunk.rows().stream().map(target -> target.row().place()).toList();
    }

    /** Those that are taken over. */
    private void link(Chunk chunk) {
        Map<String, Links.Linked> known = store.links().find(sync.name(), places(chunk));
        Map<String, String> taken = new LinkedHashMap<>();
        chunk.rows().stream()
                .filter(target -> !known.containsKey(target.row().place()))
                .forEach(target -> taken.put(
                        target.row().place(), String.valueOf(target.record().get("id"))));
        store.links().put(sync.name(), chunk.module(), taken);
    }

    /** How a plan calls what its records refer to. */
    private static Map<String, ReferenceByKey> created(Translated record) {
        Map<String, ReferenceByKey> created = new LinkedHashMap<>();
        record.wanted().forEach((field, place) -> {
            String[] parts = place.split(" ");
            if (parts.length == 2 && RecordId.isOne(parts[1])) {
                created.put(field, new ReferenceByKey(List.of(parts[0]), "id", parts[1], false));
            }
        });
        return created;
    }
}
