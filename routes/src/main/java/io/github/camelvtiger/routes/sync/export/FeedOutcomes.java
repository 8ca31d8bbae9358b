package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.feed.FeedHours;
import io.github.camelvtiger.routes.sync.store.Refusal;
import io.github.camelvtiger.routes.sync.store.Reject;
import io.github.camelvtiger.routes.sync.store.RunCounts;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of the records that the feed of a module brings: how each is counted, and what is kept of those that are rejected. */
public final class FeedOutcomes {

    public static final RunCounts DELETED = new RunCounts(0, 0, 0, 1, 0, 0);
    public static final RunCounts SKIPPED = new RunCounts(0, 0, 0, 0, 0, 1);

    private static final Logger LOG = LoggerFactory.getLogger("sync");
    private static final RunCounts CREATED = new RunCounts(1, 0, 0, 0, 0, 0);
    private static final RunCounts UPDATED = new RunCounts(0, 1, 0, 0, 0, 0);
    private static final RunCounts REJECTED = new RunCounts(0, 0, 0, 0, 1, 0);

    private final SyncDefinition sync;
    private final String module;
    private final SyncStore store;
    private final FeedHours hours;

    /** @param hours the runs of the feed */
    public FeedOutcomes(SyncDefinition sync, String module, SyncStore store, FeedHours hours) {
        this.sync = sync;
        this.module = module;
        this.store = store;
        this.hours = hours;
    }

    /** A record was written. */
    public static RunCounts written(String event) {
        return "created".equals(event) ? CREATED : UPDATED;
    }

    /** The rejects as which earlier states of records wait, by the ids of these. */
    public Map<String, Long> open(Collection<String> ids) {
        Map<String, Long> open = new HashMap<>();
        Map<String, Long> places = store.rejects()
                .openAt(sync.name(), ids.stream().map(this::place).toList());
        ids.stream().filter(id -> places.containsKey(place(id))).forEach(id -> open.put(id, places.get(place(id))));
        return open;
    }

    /** The same of one record. */
    Optional<Long> open(String id) {
        return Optional.ofNullable(open(List.of(id)).get(id));
    }

    /** A later state of a rejected record was written, or the record is gone. */
    public void settled(long reject) {
        store.rejects().written(reject);
    }

    /**
     * A record is rejected.
     *
     * @param record as it may be kept
     * @param former the reject as which an earlier state of it waits
     */
    public RunCounts rejected(
            FeedHours.Place place,
            String id,
            Map<String, Object> record,
            String reason,
            Reject.Cause cause,
            Optional<Long> former) {
        // First: a process that is killed after it must not give the number to another record, whose reject would
        // replace this one.
        hours.keep();
        store.rejects()
                .add(
                        sync.name(),
                        place.run().id(),
                        new Refusal(place.number(), place(id), Optional.empty(), record, reason, cause, former));
        LOG.warn("{}: {} {} is rejected: {}", sync.name(), module, id, reason);
        return REJECTED;
    }

    private String place(String id) {
        return module + " " + id;
    }
}
