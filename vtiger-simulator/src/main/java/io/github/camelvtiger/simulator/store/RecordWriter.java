package io.github.camelvtiger.simulator.store;

import io.github.camelvtiger.simulator.clock.SimulatorClock;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Saves records in the way that makes a feed by {@code modifiedtime} hard: the time is written first, the fields only
 * after a gap, and a second save of the same record writes its time at once and then waits for the first
 * ({@code change-feed.md §1}). Values come as the texts that are to be stored.
 */
public final class RecordWriter {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    /** Fields of the table that all records share, which a save writes together with the time. */
    public static final Set<String> WRITTEN_FIRST = Set.of("assigned_user_id", "description");

    private final CrmStore store;
    private final SimulatorClock clock;
    private final SaveGaps gaps;
    private final RowLocks locks = new RowLocks();
    private final Deletions deletions;

    public RecordWriter(CrmStore store, SimulatorClock clock, SaveGaps gaps) {
        this.store = store;
        this.clock = clock;
        this.gaps = gaps;
        this.deletions = new Deletions(store);
    }

    /** The record can be read only after the gap; its times are those of the beginning. */
    public StoredRow create(ModuleMetadata module, Map<String, String> values, CrmUser user)
            throws InterruptedException {
        String now = now();
        long number = store.nextNumber(module);
        Map<String, String> all = new HashMap<>(values);
        all.put("createdtime", now);
        all.put("CreatedTime", now);
        all.put("smownerid", user.id());
        all.putAll(stamp(now, user));
        module.numbering().ifPresent(numbering -> all.put(numbering.field(), store.nextRecordNumber(numbering)));
        StoredRow row = StoredRow.of(module, number, all);
        clock.sleep(gaps.next());
        store.table(module.name()).put(row);
        return row;
    }

    /** A save that failed before anything of it was written: its numbers are taken all the same. */
    public void abandon(ModuleMetadata module) {
        store.nextNumber(module);
        module.numbering().ifPresent(store::nextRecordNumber);
    }

    /** @param changes only what changes: other fields keep what concurrent saves have written */
    public void change(StoredRow row, Map<String, String> changes, CrmUser user) throws InterruptedException {
        ModuleTable table = store.table(row.module().name());
        Map<String, String> stamp = stamp(now(), user);
        Duration gap = gaps.next();
        store.savers().savedBy(row, user);
        if (gap.isZero()) {
            table.change(row.number(), current -> current.with(changes).with(stamp));
            return;
        }
        Map<String, String> shared = new HashMap<>(changes);
        shared.keySet().retainAll(WRITTEN_FIRST);
        table.change(row.number(), current -> current.with(shared).with(stamp));
        try (RowLocks.Lock lock = locks.lock(row.id())) {
            clock.sleep(gap);
            table.change(row.number(), current -> current.with(changes));
        }
    }

    /** A save that writes several rows: in one go if saves are atomic, else for all to see. */
    public <T> T whole(WholeRecords.Save<T> save) throws InterruptedException {
        return gaps == SaveGaps.NONE ? store.whole().save(save) : save.run();
    }

    /** For a save that continues after the fields: as long as the next gap is. */
    public void awaitGap() throws InterruptedException {
        clock.sleep(gaps.next());
    }

    /** Moves the time of the last change, and nothing else, as a comment or a new link does. */
    public void touch(StoredRow row, CrmUser user) {
        Map<String, String> stamp = stamp(now(), user);
        store.savers().savedBy(row, user);
        store.table(row.module().name()).change(row.number(), current -> current.with(stamp));
    }

    /** Soft for modules, for good for actor types; references to the record are blank from now on. */
    public void delete(StoredRow row, CrmUser user) {
        deletions.delete(row, stamp(now(), user));
    }

    /** The server's date, yyyy-mm-dd. */
    public String today() {
        return now().substring(0, 10);
    }

    private String now() {
        return SECONDS.format(clock.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /** PBXManager spells its times with capitals; no module has both. */
    private static Map<String, String> stamp(String now, CrmUser user) {
        return Map.of("modifiedtime", now, "ModifiedTime", now, "modifiedby", user.id());
    }
}
