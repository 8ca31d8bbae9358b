package io.github.camelvtiger.changes;

import io.github.camelvtiger.client.SweepListener;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How a feed runs.
 *
 * @param startFrom used only when no cursor is stored
 * @param verifyDelay how far the last pass trails the clock of the CRM
 * @param kinds the changes to hand out; the others move the cursor as well
 * @param known what is made of the knowledge of the records
 * @param together how many changes the caller can work on at the same time; where that is more than a page of the CRM, several are
 *     read and handed out as one
 * @param sweeps gets what a sweep reads
 */
public record FeedSettings(
        StartFrom startFrom,
        Duration verifyDelay,
        Set<ChangeKind> kinds,
        KnownOptions known,
        int together,
        SweepListener sweeps) {

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration SECOND = Duration.ofSeconds(10);

    FeedSettings(StartFrom startFrom, Duration verifyDelay, Set<ChangeKind> kinds, KnownOptions known) {
        this(startFrom, verifyDelay, kinds, known, 1, page -> {});
    }

    boolean tellsDeletions() {
        return kinds.contains(ChangeKind.DELETED);
    }

    /** How much the feed has to know of each record. */
    KnownLevel level() {
        return known.level(tellsDeletions());
    }

    /** How far each pass trails, the first one first; none trails further than the last. */
    List<Duration> lags() {
        return List.of(shorter(FIRST, verifyDelay), shorter(SECOND, verifyDelay), verifyDelay);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
