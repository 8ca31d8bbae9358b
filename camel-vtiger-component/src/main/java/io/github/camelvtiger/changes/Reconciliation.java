package io.github.camelvtiger.changes;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The stage that finds deleted records, by comparing the known ids with the CRM's at every period: a count shows whether
 * any is missing, a bisection by counts finds few, a list of all ids finds many, or all of them if the CRM cannot count. Before the first comparison the ids that
 * nothing has delivered are learned.
 */
final class Reconciliation implements FeedStage {

    /** Half of so many pages missing: bisection would cost about as many requests as the list ({@code change-feed.md §3}). */
    private static final long MANY_PAGES = 3;

    private final RecordIds crm;
    private final FeedMemory memory;
    private final FeedReader reader;
    private final Deletions deletions;
    private final KeysetWalk list;
    private final Duration period;
    private final boolean sweepLearns;
    private final int pageSize;

    private long pagesLeft;
    /** Where the list is once the deletions before that have been handed out; -1 when it is there already. */
    private long listedUpTo;

    private boolean handingOut;
    /** When the comparison began whose deletions are handed out; what is deleted since then is for the next one. */
    private Instant begun;

    /**
     * @param sweepLearns whether all ids will become known by a sweep
     * @param pageSize how many ids to ask for at once
     */
    Reconciliation(
            RecordIds crm,
            FeedMemory memory,
            FeedReader reader,
            Deletions deletions,
            Duration period,
            boolean sweepLearns,
            int pageSize) {
        this.crm = crm;
        this.memory = memory;
        this.reader = reader;
        this.deletions = deletions;
        this.period = period;
        this.list = new KeysetWalk(memory.known(), "list", period);
        this.sweepLearns = sweepLearns;
        this.pageSize = pageSize;
    }

    @Override
    public void begin() {
        deletions.begin();
        listedUpTo = -1;
        handingOut = false;
        pagesLeft = list.pages(reader.now());
    }

    @Override
    public Optional<FeedBatch> next(int atMost) {
        while (deletions.isEmpty()) {
            if (!goOn()) {
                return Optional.empty();
            }
        }
        return Optional.of(deletions.batch(atMost));
    }

    /** One step more; false when nothing is left to do in this poll. */
    private boolean goOn() {
        KnownProperties properties = memory.known().properties();
        if (listedUpTo >= 0) {
            list.moveTo(listedUpTo);
            listedUpTo = -1;
        }
        if (handingOut) {
            handingOut = false;
            properties.checked(begun);
        }
        if (list.isRunning()) {
            return pagesLeft-- > 0 && listPage();
        }
        if (!properties.hasAllIds()) {
            if (!sweepLearns) {
                beginList();
            }
            return !sweepLearns;
        }
        return isDue() && compare();
    }

    private boolean isDue() {
        Instant now = reader.now();
        return memory.known()
                .properties()
                .checked()
                .map(last -> now.isBefore(last) || !now.isBefore(last.plus(period)))
                .orElse(true);
    }

    /** A record that is there and unknown would hide from every count that another one is missing. */
    private void beginList() {
        memory.known().properties().idsAreUnsettled(!reader.trails(memory.state()));
        list.begin(reader.now());
    }

    private boolean compare() {
        KnownRecordIndex known = memory.known();
        if (!crm.counts()) {
            // A count would list all ids at once; a list of them, in parts, says more.
            beginList();
            return true;
        }
        begun = reader.now();
        long missing = deletions.missing();
        boolean listAgain = known.properties().idsAreUnsettled() && reader.trails(memory.state());
        if (listAgain || 2 * Math.abs(missing) > MANY_PAGES * pageSize) {
            beginList();
            return true;
        }
        if (missing != 0) {
            CountBisection bisection = new CountBisection(crm, known, pageSize);
            bisection.run(known.ids().size() - missing);
            deletions.suspect(bisection.missing(), bisection.alive());
        }
        handingOut = true;
        return true;
    }

    private boolean listPage() {
        KnownRecordIndex known = memory.known();
        long after = list.after();
        List<Long> page = crm.list(after, pageSize);
        boolean learning = !known.properties().hasAllIds();
        long end = page.isEmpty() ? Long.MAX_VALUE : page.get(page.size() - 1);
        if (!learning) {
            Set<Long> there = new HashSet<>(page);
            List<Long> missing = known.ids().numbers(after, end).stream()
                    .filter(number -> !there.contains(number))
                    .toList();
            deletions.suspect(missing, page.isEmpty() ? after : end);
        }
        page.forEach(known::learnId);
        known.writeIfMuch(memory.state());
        if (page.isEmpty()) {
            list.end();
            known.properties().idsAreComplete();
            handingOut = !learning;
            begun = list.begun();
        } else {
            listedUpTo = end;
        }
        return true;
    }
}
