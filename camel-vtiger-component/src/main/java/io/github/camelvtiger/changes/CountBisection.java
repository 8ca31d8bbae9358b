package io.github.camelvtiger.changes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the known records that are missing by counting ranges of ids ({@code change-feed.md §3}): where the count differs
 * from what is known, the range is halved until it is short enough to be listed. Counts taken at different moments may
 * contradict each other; so what is found is a suspicion, and what is overlooked is found by the next check.
 */
final class CountBisection {

    /** Listing so many takes one or two requests, halving them once more would take one or two as well. */
    private static final int SHORT_PAGES = 2;

    private final RecordIds crm;
    private final KnownRecordIndex known;
    private final int pageSize;
    private final List<Long> missing = new ArrayList<>();
    private long alive;

    CountBisection(RecordIds crm, KnownRecordIndex known, int pageSize) {
        this.crm = crm;
        this.known = known;
        this.pageSize = pageSize;
    }

    /** Looks through all known records. Records that are there and were not known are learned. */
    void run(long counted) {
        look(0, known.ids().highest(), counted);
    }

    List<Long> missing() {
        return missing;
    }

    /** A record that was listed; some known one when none was. */
    long alive() {
        return alive == 0 ? known.ids().highest() : alive;
    }

    private void look(long after, long upTo, long counted) {
        long expected = known.ids().count(after, upTo);
        if (counted == expected) {
            return;
        }
        if (Math.max(expected, counted) <= (long) SHORT_PAGES * pageSize || expected < 2) {
            list(after, upTo, expected - counted);
            return;
        }
        long middle = known.ids().numberBehind(after, expected / 2);
        long left = crm.count(after, middle);
        look(after, middle, left);
        look(middle, upTo, counted - left);
    }

    /** @param fewer how many known ones seem to be missing; once they are found the rest need not be read */
    private void list(long after, long upTo, long fewer) {
        long last = after;
        long found = 0;
        while (last < upTo && (fewer <= 0 || found < fewer)) {
            List<Long> page = crm.list(last, pageSize);
            long end = page.isEmpty() ? upTo : Math.min(upTo, page.get(page.size() - 1));
            Set<Long> there = new HashSet<>(page);
            for (long number : known.ids().numbers(last, end)) {
                if (!there.contains(number)) {
                    missing.add(number);
                    found++;
                }
            }
            page.stream().filter(number -> number <= upTo).forEach(this::seen);
            last = end;
        }
    }

    private void seen(long number) {
        alive = number;
        known.learnId(number);
    }
}
