package io.github.camelvtiger.changes;

import io.github.camelvtiger.client.RecordId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stage that tries the records again that wait because the route failed for them: freshly read, so that the newest
 * state is delivered, whatever happened meanwhile.
 */
final class Retries implements FeedStage {

    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

    private final ChangeSource source;
    private final FeedMemory memory;
    private final InstantSource local;
    private final int pageSize;
    private final ChangedFields changedFields;
    private final Queue<Parked> due = new ArrayDeque<>();

    Retries(ChangeSource source, FeedMemory memory, InstantSource local, int pageSize) {
        this.source = source;
        this.memory = memory;
        this.local = local;
        this.pageSize = pageSize;
        this.changedFields = new ChangedFields(memory.known());
    }

    /** The route failed for these: their records wait from now on, or longer. */
    void park(Collection<Change> changes) {
        Map<Long, Parked> waiting = waiting();
        List<Parked> parked = changes.stream()
                .map(change -> parked(change, waiting.get(change.delivery().id().number())))
                .toList();
        memory.note(parked);
        parked.forEach(record -> LOG.warn(
                "The record {} is parked, because the route failed for it; it is tried again at {}.",
                record.id(),
                record.due()));
    }

    private Parked parked(Change change, Parked before) {
        return before == null
                ? Parked.first(change.delivery(), change.kind(), now())
                : before.again(change.delivery(), now());
    }

    @Override
    public void begin() {
        due.clear();
        Instant now = now();
        memory.state().parked().stream().filter(parked -> parked.isDue(now)).forEach(due::add);
    }

    @Override
    public Optional<FeedBatch> next(int atMost) {
        if (due.isEmpty()) {
            return Optional.empty();
        }
        Map<Long, Parked> asked = new HashMap<>();
        List<RecordId> ids = new ArrayList<>();
        while (!due.isEmpty() && ids.size() < Math.min(atMost, pageSize)) {
            Parked parked = due.remove();
            asked.put(parked.id().number(), parked);
            ids.add(parked.id());
        }
        List<RecordState> found = source.byIds(ids);
        Map<Long, KnownRecord> before = changedFields.before(found);
        List<Change> changes = found.stream()
                .map(state -> new Change(
                        kindOfFound(asked.remove(state.id().number())),
                        state,
                        memory.deliveryOf(state),
                        changedFields.of(state, before.get(state.id().number()))))
                .toList();
        memory.note(asked.values().stream().map(this::missed).toList());
        return Optional.of(new FeedBatch(new FeedPage(found, null, true, count -> {}), changes, memory::remember));
    }

    /** A record that the route failed for as deleted, and that is there again. */
    private static ChangeKind kindOfFound(Parked parked) {
        return parked.kind() == ChangeKind.DELETED ? ChangeKind.UPDATED : parked.kind();
    }

    /** Only an outright answer counts as a deletion: an error may look like an empty list ({@code webservice.md §7}). */
    private CursorEntry missed(Parked parked) {
        return switch (source.absence(parked.id())) {
            case DELETED -> {
                LOG.info("The record {} waited to be tried again, but was deleted meanwhile.", parked.id());
                yield new Unparked(parked.id());
            }
            case OUTSIDE -> {
                LOG.info(
                        "The record {} waited to be tried again, but no longer fulfils the option where.", parked.id());
                yield new Unparked(parked.id());
            }
            case UNCLEAR -> parked.again(parked.delivery(), now());
        };
    }

    private Map<Long, Parked> waiting() {
        Map<Long, Parked> waiting = new HashMap<>();
        memory.state().parked().forEach(parked -> waiting.put(parked.id().number(), parked));
        return waiting;
    }

    private Instant now() {
        return local.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
