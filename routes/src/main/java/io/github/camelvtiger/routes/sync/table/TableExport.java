package io.github.camelvtiger.routes.sync.table;

import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.routes.sync.definition.Deletions;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.export.ExportRun;
import io.github.camelvtiger.routes.sync.export.ModuleExport;
import io.github.camelvtiger.routes.sync.export.ModuleRecords;
import io.github.camelvtiger.routes.sync.export.RelatedIds;
import io.github.camelvtiger.routes.sync.feed.UserSecrets;
import io.github.camelvtiger.routes.sync.store.Refusal;
import io.github.camelvtiger.routes.sync.store.RunCounts;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.roaringbitmap.longlong.Roaring64Bitmap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes all records of a module into its tables; rows whose records are not there any more follow. */
final class TableExport implements ModuleExport {

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    private static final int PORTION = 100;

    private final SyncDefinition sync;
    private final String module;
    private final SyncStore store;
    private final ModuleMirror mirror;
    private final Optional<RelatedIds> related;

    TableExport(
            SyncDefinition sync, String module, SyncStore store, ModuleMirror mirror, Optional<RelatedIds> related) {
        this.sync = sync;
        this.module = module;
        this.store = store;
        this.mirror = mirror;
        this.related = related;
    }

    @Override
    public RunCounts write(ExportRun run, Iterator<Map<String, Object>> records) {
        mirror.forget();
        mirror.table();
        mirror.syncs().beginFill();
        Roaring64Bitmap seen = new Roaring64Bitmap();
        long number = 0;
        long rejected = 0;
        while (records.hasNext()) {
            if (run.isStopping()) {
                throw new CancellationException("The sync was stopped; the next run begins again.");
            }
            run.passed(number).ifPresent(line -> LOG.info("{}: {}", sync.name(), line));
            List<Map<String, Object>> portion = portion(records);
            portion.forEach(record -> seen.add(number(String.valueOf(record.get(ModuleTable.ID)))));
            rejected += write(run, portion, rejected);
            number += portion.size();
        }
        mirror.syncs().isFilled(Optional.empty());
        long deleted = sync.deletions() instanceof Deletions.Events ? delete(seen) : 0;
        return new RunCounts(number - rejected, 0, 0, deleted, rejected, 0);
    }

    private List<Map<String, Object>> portion(Iterator<Map<String, Object>> records) {
        List<Map<String, Object>> portion = new ArrayList<>();
        int size = related.isPresent() ? RelatedIds.TOGETHER : PORTION;
        while (records.hasNext() && portion.size() < size) {
            portion.add(new LinkedHashMap<>(UserSecrets.without(module, records.next())));
        }
        related.ifPresent(ids -> ids.addTo(portion));
        return portion;
    }

    /** @return how many are rejected */
    private long write(ExportRun run, List<Map<String, Object>> portion, long rejectedBefore) {
        mirror.cover(portion);
        List<String> labels =
                related.isPresent() ? sync.part(module).relations().labels() : List.of();
        List<RecordState> states = portion.stream()
                .map(record -> mirror.state(record, ModuleRecords.timeOf(record), labels))
                .toList();
        try {
            mirror.write(states, Optional.empty());
            return 0;
        } catch (TableException e) {
            if (!e.isOfRow()) {
                throw e;
            }
        }
        long rejected = 0;
        for (int i = 0; i < states.size(); i++) {
            try {
                mirror.write(List.of(states.get(i)), Optional.empty());
            } catch (TableException e) {
                if (!e.isOfRow()) {
                    throw e;
                }
                rejected++;
                reject(run, rejectedBefore + rejected, portion.get(i), e);
            }
        }
        return rejected;
    }

    private void reject(ExportRun run, long number, Map<String, Object> record, TableException refusal) {
        store.rejects()
                .add(
                        sync.name(),
                        run.id(),
                        new Refusal(
                                run.reject(number),
                                module + " " + record.get(ModuleTable.ID),
                                Optional.empty(),
                                mirror.kept(record),
                                refusal.getMessage(),
                                refusal.reject(),
                                Optional.empty()));
    }

    /** Rows whose records the export has not seen. */
    private long delete(Roaring64Bitmap seen) {
        List<String> gone = new ArrayList<>();
        mirror.present().eachId(id -> {
            if (!seen.contains(number(id))) {
                gone.add(id);
            }
        });
        if (seen.isEmpty() && !gone.isEmpty()) {
            LOG.warn(
                    "{}: The CRM shows no record of {} any more. It may be hidden from the user, so nothing is taken to be"
                            + " deleted.",
                    sync.name(),
                    module);
            return 0;
        }
        for (int from = 0; from < gone.size(); from += PORTION) {
            mirror.write(
                    gone.subList(from, Math.min(from + PORTION, gone.size())).stream()
                            .map(RecordState::deleted)
                            .toList(),
                    Optional.empty());
        }
        return gone.size();
    }

    private static long number(String id) {
        return RecordId.parse(id).number();
    }
}
