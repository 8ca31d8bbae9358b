package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.routes.sync.definition.Deletions;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.feed.FeedHours;
import io.github.camelvtiger.routes.sync.mapping.MappedRow;
import io.github.camelvtiger.routes.sync.rows.UnwritableRowException;
import io.github.camelvtiger.routes.sync.store.Refusal;
import io.github.camelvtiger.routes.sync.store.Reject;
import io.github.camelvtiger.routes.sync.store.RunCounts;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the route of a feed calls for each record. A record that cannot become a row goes to the rejects, and the feed goes on; a
 * target that cannot be written to fails the exchange, so that the record comes again with the next poll.
 */
public final class FeedSteps extends ServiceSupport implements ModuleFeed {

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    private static final RunCounts CREATED = new RunCounts(1, 0, 0, 0, 0, 0);
    private static final RunCounts UPDATED = new RunCounts(0, 1, 0, 0, 0, 0);
    private static final RunCounts DELETED = new RunCounts(0, 0, 0, 1, 0, 0);
    private static final RunCounts REJECTED = new RunCounts(0, 0, 0, 0, 1, 0);
    private static final RunCounts SKIPPED = new RunCounts(0, 0, 0, 0, 0, 1);

    private final SyncDefinition sync;
    private final String module;
    private final SyncStore store;
    private final ModuleShapes shapes;
    private final RecordTarget target;
    private final RecordExtras extras;
    private final FeedHours hours;
    private final Function<String, Optional<Map<String, Object>>> records;
    private RunCounts ofPoll = RunCounts.NONE;

    /** @param records asks for a record as the feed would bring it; empty if it is not there any more */
    FeedSteps(
            SyncDefinition sync,
            String module,
            SyncStore store,
            ModuleShapes shapes,
            RecordTarget target,
            RecordExtras extras,
            FeedHours hours,
            Function<String, Optional<Map<String, Object>>> records) {
        this.sync = sync;
        this.module = module;
        this.store = store;
        this.shapes = shapes;
        this.target = target;
        this.extras = extras;
        this.hours = hours;
        this.records = records;
    }

    @Override
    public boolean reportsDeletions() {
        return sync.deletions() instanceof Deletions.Events;
    }

    @Override
    public synchronized void writeAgain(String id) throws IOException {
        Optional<Map<String, Object>> record = records.apply(id);
        if (record.isPresent()) {
            deliver("updated", id, record.get());
            hours.keep();
        }
    }

    @Override
    public synchronized void write(String event, String id, Map<String, Object> record, Boolean last)
            throws IOException {
        RunCounts counts = deliver(event, id, record);
        ofPoll = ofPoll.plus(counts);
        if (Boolean.TRUE.equals(last)) {
            hours.keep();
            LOG.info("{}: {}, {}", sync.name(), module, ofPoll);
            ofPoll = RunCounts.NONE;
        }
    }

    private RunCounts deliver(String event, String id, Map<String, Object> record) throws IOException {
        RunCounts counts = deliver(hours.next(), event, id, record, openReject(id));
        hours.count(counts);
        return counts;
    }

    /** @param reject what an earlier state of the record is waiting as */
    private RunCounts deliver(
            FeedHours.Place place, String event, String id, Map<String, Object> record, Optional<Long> reject)
            throws IOException {
        RunCounts counts;
        if ("deleted".equals(event)) {
            counts = deleted(place, id, record, event, reject);
            if (extras.related().isPresent()) {
                store.states().remove(sync.name(), module, List.of(id));
            }
        } else {
            Map<String, Object> complete = extras.addedTo(List.of(record), any -> target.path(Map.of("id", id)))
                    .get(0);
            counts = written(place, id, complete, event, reject);
            extras.related()
                    .ifPresent(related -> store.states().put(sync.name(), module, Map.of(id, related.hash(complete))));
        }
        if (counts.rejected() == 0) {
            reject.ifPresent(store.rejects()::written);
        }
        return counts;
    }

    private Optional<Long> openReject(String id) {
        String place = module + " " + id;
        return Optional.ofNullable(
                store.rejects().openAt(sync.name(), List.of(place)).get(place));
    }

    @Override
    public synchronized RunCounts again(FeedHours.Place place, Reject reject, String id) throws IOException {
        Optional<Map<String, Object>> record = records.apply(id);
        if (record.isPresent()) {
            return deliver(place, "updated", id, record.get(), Optional.of(reject.id()));
        }
        store.rejects().written(reject.id());
        return SKIPPED;
    }

    private RunCounts deleted(
            FeedHours.Place place, String id, Map<String, Object> record, String event, Optional<Long> reject)
            throws IOException {
        if (target.removes()) {
            try {
                target.remove(id);
            } catch (UnwritableRowException e) {
                return reject(place, id, record, e.getMessage(), cause(e), reject);
            }
            return DELETED;
        }
        RunCounts counts = written(place, id, record, event, reject);
        return counts.rejected() + counts.skipped() > 0 ? counts : DELETED;
    }

    private RunCounts written(
            FeedHours.Place place, String id, Map<String, Object> record, String event, Optional<Long> reject)
            throws IOException {
        RecordShape shape = shapes.of(record);
        MappedRow row = shape.map(place.number(), id, record);
        if (row instanceof MappedRow.Skipped) {
            return SKIPPED;
        }
        if (row instanceof MappedRow.Rejected rejected) {
            return reject(place, id, record, rejected.reason(), Reject.Cause.REFUSED, reject);
        }
        try {
            target.write(new RecordTarget.Outgoing(event, id, record, ((MappedRow.Record) row).fields()), shape);
        } catch (UnwritableRowException e) {
            return reject(place, id, record, e.getMessage(), cause(e), reject);
        }
        return "created".equals(event) ? CREATED : UPDATED;
    }

    /** What becomes of a record that its target does not take. */
    static Reject.Cause cause(UnwritableRowException failure) {
        return failure.mayPass() ? Reject.Cause.PASSING : Reject.Cause.REFUSED;
    }

    private RunCounts reject(
            FeedHours.Place place,
            String id,
            Map<String, Object> record,
            String reason,
            Reject.Cause cause,
            Optional<Long> reject) {
        // First: a process that is killed after it must not give the number to another record, whose reject would
        // replace this one.
        hours.keep();
        store.rejects()
                .add(
                        sync.name(),
                        place.run().id(),
                        new Refusal(
                                place.number(), module + " " + id, Optional.empty(), record, reason, cause, reject));
        LOG.warn("{}: {} {} is rejected: {}", sync.name(), module, id, reason);
        return REJECTED;
    }

    /** With the context: the routes have stopped before. */
    @Override
    protected void doStop() throws Exception {
        hours.end();
        target.close();
    }
}
