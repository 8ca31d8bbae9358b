package io.github.camelvtiger.changes;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Records that the CRM seems to have no more: confirmed by their ids together with a live one, and handed out as deleted.
 * Where more are missing than may be at once, nothing is delivered.
 */
final class Deletions {

    /** The server answers no more rows; one of them is the live id. */
    private static final int CONFIRMED_TOGETHER = 99;

    /** So few are delivered however large a part of a small module they are. */
    private static final long ALWAYS_TOLD = 3;

    private final RecordIds crm;
    private final FeedMemory memory;
    private final FeedReader reader;
    private final double maxShare;
    private final Deque<Long> gone = new ArrayDeque<>();
    private boolean fewMissing;

    Deletions(RecordIds crm, FeedMemory memory, FeedReader reader, double maxShare) {
        this.crm = crm;
        this.memory = memory;
        this.reader = reader;
        this.maxShare = maxShare;
    }

    void begin() {
        gone.clear();
        fewMissing = false;
    }

    /** How many of the known records are missing now; negative when there are more than are known. */
    long missing() {
        KnownRecordIndex known = memory.known();
        long highest = known.ids().highest();
        long missing = known.ids().size() - (highest == 0 ? 0 : crm.count(0, highest));
        if (missing > ALWAYS_TOLD && missing > maxShare * known.ids().size()) {
            throw new FeedRefusedException(
                    "Of " + known.ids().size() + " known records " + missing
                            + " are missing at once, more than the option maxDeletedShare (" + maxShare
                            + ") allows; nothing was delivered as deleted. If they were deleted, start the route once with maxDeletedShare=1;"
                            + " if a backup was restored or the user lost permissions, correct that, or begin again with another cursorKey.");
        }
        fewMissing = true;
        return missing;
    }

    /**
     * Records that wait to be tried again are delivered as well: what they wait with can never be delivered any more.
     *
     * @param alive one that is believed to be there
     */
    void suspect(Collection<Long> numbers, long alive) {
        List<Long> all = List.copyOf(numbers);
        if (all.isEmpty()) {
            return;
        }
        if (!fewMissing) {
            missing();
        }
        for (int from = 0; from < all.size(); from += CONFIRMED_TOGETHER) {
            List<Long> some = all.subList(from, Math.min(all.size(), from + CONFIRMED_TOGETHER));
            Set<Long> existing = crm.existing(some, alive);
            some.stream().filter(number -> !existing.contains(number)).forEach(gone::add);
        }
    }

    boolean isEmpty() {
        return gone.isEmpty();
    }

    /** The next ones to hand out. */
    FeedBatch batch(int atMost) {
        Instant now = reader.now();
        List<Change> changes = new ArrayList<>();
        while (!gone.isEmpty() && changes.size() < Math.min(atMost, CONFIRMED_TOGETHER)) {
            changes.add(deleted(gone.remove(), now));
        }
        List<RecordState> states = changes.stream().map(Change::state).toList();
        return new FeedBatch(new FeedPage(states, now, true, count -> {}), changes, memory::remember);
    }

    private Change deleted(long number, Instant now) {
        var id = crm.id(number);
        RecordState state = new RecordState(id, now, null, Map.of("id", id.toString()));
        return new Change(ChangeKind.DELETED, state, Delivery.deleted(id, now), null);
    }
}
