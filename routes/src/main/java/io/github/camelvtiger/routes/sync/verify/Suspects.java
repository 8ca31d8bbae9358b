package io.github.camelvtiger.routes.sync.verify;

import io.github.camelvtiger.routes.sync.verify.Difference.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Records that seemed to differ while both sides moved. They are looked at again before that is believed: a save may have been under way,
 * or a change, and a deletion on its way to the target.
 */
final class Suspects {

    private static final int MOST_LOOKS = 5;

    private final Records records;
    private final Comparison target;
    private final Supplier<Optional<Instant>> writtenUntil;
    private final boolean follows;
    private final boolean removes;
    private final Patience patience;
    private final InstantSource clock;
    private final Map<String, Suspect> open = new LinkedHashMap<>();
    private final Map<String, Difference> believed = new LinkedHashMap<>();
    private final Set<String> moving = new HashSet<>();

    private record Suspect(Difference difference, Instant since, Instant looked, int looks) {

        Suspect again(Difference now, Instant when) {
            return new Suspect(now, since, when, looks + 1);
        }
    }

    /**
     * @param writtenUntil the time of the CRM whose changes the target has; empty if it never had any
     * @param follows whether a feed brings changes and deletions meanwhile
     * @param removes whether the target is to lose what the CRM has lost
     */
    Suspects(
            Records records,
            Comparison target,
            Supplier<Optional<Instant>> writtenUntil,
            boolean follows,
            boolean removes,
            Patience patience,
            InstantSource clock) {
        this.records = records;
        this.target = target;
        this.writtenUntil = writtenUntil;
        this.follows = follows;
        this.removes = removes;
        this.patience = patience;
        this.clock = clock;
    }

    /** Another comparison begins, in which nothing has moved yet. */
    void begin() {
        moving.clear();
    }

    void add(Difference difference) {
        Instant now = clock.instant();
        open.putIfAbsent(difference.id(), new Suspect(difference, now, now, 0));
    }

    /** Whether there are any of which nothing is known yet. */
    boolean areOpen() {
        return !open.isEmpty();
    }

    /** Looks again at those that were looked at before a time of this machine. */
    void look(Instant before) {
        Map<String, Suspect> due = new LinkedHashMap<>(open);
        due.values().removeIf(suspect -> !suspect.looked().isBefore(before));
        leaveDeletionsToTheFeed(due);
        if (due.isEmpty()) {
            return;
        }
        // What was changed later may not have been written yet, or be half saved.
        Instant settled =
                earlier(writtenUntil.get().orElse(Instant.MAX), records.now().minus(patience.settle()));
        Look look = Look.at(due.keySet(), records, target, removes, settled);
        Instant now = clock.instant();
        due.forEach((id, suspect) -> {
            Difference difference = look.differences().get(id);
            if (difference == null) {
                open.remove(id);
            } else if (look.moved().contains(id)) {
                open.put(id, suspect.again(difference, now));
                if (suspect.looks() + 1 == MOST_LOOKS) {
                    open.remove(id);
                    moving.add(id);
                }
            } else if (isLate(difference, suspect)) {
                open.put(id, suspect.again(difference, now));
            } else {
                open.remove(id);
                believed.put(id, difference);
            }
        });
    }

    /** A feed may take its time to notice a deletion; until then only the target is looked at. */
    private void leaveDeletionsToTheFeed(Map<String, Suspect> due) {
        List<String> late = new ArrayList<>();
        due.forEach((id, suspect) -> {
            if (isLate(suspect.difference(), suspect)) {
                late.add(id);
            }
        });
        Set<String> there = target.present(late);
        for (String id : late) {
            Suspect suspect = due.remove(id);
            if (there.contains(id)) {
                open.put(id, suspect.again(suspect.difference(), clock.instant()));
            } else {
                open.remove(id);
            }
        }
    }

    private boolean isLate(Difference difference, Suspect suspect) {
        return difference.kind() == Kind.EXTRA
                && follows
                && Duration.between(suspect.since(), clock.instant()).compareTo(patience.deletions()) <= 0;
    }

    /** Those that do differ, by id, since this was called last. */
    Map<String, Difference> takeBelieved() {
        Map<String, Difference> taken = new LinkedHashMap<>(believed);
        believed.clear();
        return taken;
    }

    /** How many were changed again and again, so that nothing can be said of them. */
    int moving() {
        return moving.size();
    }

    /**
     * Until when the target is proven to be as the CRM was if nothing differs: a save that had begun before may end after it; and of what
     * is on the way nothing is known.
     *
     * @param begun when the CRM was first asked, on its clock
     */
    Instant until(Instant begun) {
        Instant settled = begun.minus(patience.settle());
        return moving.isEmpty() ? settled : earlier(settled, writtenUntil.get().orElse(settled));
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
