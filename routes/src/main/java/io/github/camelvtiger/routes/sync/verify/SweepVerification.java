package io.github.camelvtiger.routes.sync.verify;

import io.github.camelvtiger.client.SweepListener;
import io.github.camelvtiger.client.SweptPage;
import io.github.camelvtiger.routes.Sentence;
import io.github.camelvtiger.routes.sync.verify.Difference.Kind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Compares what the sweeps of a feed read anyway with what a target has of it, and puts right what differs. The CRM is asked only for
 * records that seem to differ. Safe for several threads.
 */
public final class SweepVerification implements SweepListener {

    /** If more of the target's records than this part are extra, the user may not see the others any more, or a backup was restored. */
    private static final double MOST_EXTRA = 0.2;

    /** So few are removed however large a part they are. */
    private static final int ALWAYS_REMOVED = 3;

    /**
     * How far a sweep is in which nothing differs so far.
     *
     * @param begun when it began, on the clock of the CRM
     * @param after the last number that was compared
     * @param until the time of the CRM until which the target is proven to be the same, as far as it was compared
     */
    public record Progress(Instant begun, long after, Instant until) {}

    /** Keeps how far a sweep is, for the next process. */
    public interface Kept {

        Optional<Progress> find();

        void put(Progress progress);
    }

    private final String module;
    private final Records records;
    private final Comparison target;
    private final Suspects suspects;
    private final Repairs repairs;
    private final RangeComparison ranges;
    private final Patience patience;
    private final InstantSource clock;
    private final Kept kept;
    private final Consumer<VerifiedModule> results;
    private final Map<String, Difference> unrepaired = new LinkedHashMap<>();
    private Sweep sweep = new Sweep(Instant.MIN, 0, Instant.MIN, false);

    /**
     * @param writtenUntil the time of the CRM whose changes the target has; empty if it never had any
     * @param removes whether the target is to lose what the CRM has lost
     * @param results gets what came of each sweep when nothing of it is open any more, or why the target cannot be read
     */
    public SweepVerification(
            String module,
            Records records,
            Comparison target,
            Repair repair,
            Supplier<Optional<Instant>> writtenUntil,
            boolean removes,
            Patience patience,
            InstantSource clock,
            Kept kept,
            Consumer<VerifiedModule> results) {
        this.module = module;
        this.records = records;
        this.target = target;
        this.suspects = new Suspects(records, target, writtenUntil, true, removes, patience, clock);
        this.repairs = new Repairs(records, target, repair, removes);
        this.ranges = new RangeComparison(target, removes, suspects::add);
        this.patience = patience;
        this.clock = clock;
        this.kept = kept;
        this.results = results;
    }

    /** What was compared of one sweep. */
    private static final class Sweep {

        private final Instant begun;
        private final List<Difference> differences = new ArrayList<>();
        private long after;
        private Instant until;
        /** Whether nothing of it was missed. */
        private boolean whole;

        private boolean ended;
        private boolean failed;
        private long read;
        private long repaired;

        Sweep(Instant begun, long after, Instant until, boolean whole) {
            this.begun = begun;
            this.after = after;
            this.until = until;
            this.whole = whole;
        }

        boolean isProven() {
            return whole && differences.size() == repaired;
        }
    }

    @Override
    public synchronized void swept(SweptPage page) {
        if (!sweep.begun.equals(page.begun())) {
            sweep = begun(page);
            suspects.begin();
        }
        sweep.whole &= page.after() == sweep.after;
        sweep.after = page.upTo().orElse(page.after());
        sweep.until = Suspects.earlier(sweep.until, page.readUpTo());
        try {
            compare(page);
        } catch (RuntimeException e) {
            sweep.whole = false;
            if (!sweep.failed) {
                sweep.failed = true;
                results.accept(VerifiedModule.failed(module, Sentence.of(e)));
            }
        }
        sweep.ended = page.isLast();
    }

    private Sweep begun(SweptPage page) {
        return page.after() == 0
                ? new Sweep(page.begun(), 0, page.readUpTo(), true)
                : kept.find()
                        .filter(progress -> progress.begun().equals(page.begun()))
                        .map(progress -> new Sweep(page.begun(), progress.after(), progress.until(), true))
                        .orElseGet(() -> new Sweep(page.begun(), page.after(), page.readUpTo(), false));
    }

    private void compare(SweptPage page) {
        if (target.isFilling()) {
            sweep.whole = false;
            return;
        }
        // What was changed later the feed still brings.
        Set<String> unsettled = page.records().stream()
                .filter(record -> isAfter(records.modified(record), page.readUpTo()))
                .map(RangeComparison::id)
                .collect(Collectors.toSet());
        ranges.compare(page.records(), unsettled, page.after(), page.upTo());
        sweep.read += page.records().size();
        if (sweep.isProven()
                && !suspects.areOpen()
                && unrepaired.isEmpty()
                && suspects.moving() == 0
                && !page.isLast()) {
            kept.put(new Progress(sweep.begun, sweep.after, sweep.until));
        }
    }

    private static boolean isAfter(Instant modified, Instant time) {
        return modified != null && modified.isAfter(time);
    }

    /**
     * Looks again at what seemed to differ, if a save has had its time since, and puts right what does differ.
     *
     * @throws RuntimeException if a side does not answer; the next call tries it again
     */
    public synchronized void look() {
        if (suspects.areOpen()) {
            suspects.look(clock.instant().minus(patience.settle()));
        }
        unrepaired.putAll(suspects.takeBelieved());
        repair(unrepaired.values().stream()
                .filter(difference -> difference.kind() != Kind.EXTRA)
                .toList());
        if (sweep.ended && !suspects.areOpen()) {
            end();
        }
    }

    private void repair(List<Difference> differences) {
        sweep.repaired += repairs.make(differences);
        sweep.differences.addAll(differences);
        differences.forEach(difference -> unrepaired.remove(difference.id()));
    }

    private void end() {
        List<Difference> extra = List.copyOf(unrepaired.values());
        if (extra.size() <= Math.max(ALWAYS_REMOVED, MOST_EXTRA * (sweep.read + extra.size()))) {
            repair(extra);
        } else {
            sweep.differences.addAll(extra);
            unrepaired.clear();
        }
        Optional<Instant> until = sweep.isProven()
                ? Optional.of(Suspects.earlier(sweep.until, suspects.until(sweep.begun)))
                : Optional.empty();
        until.ifPresent(target::verified);
        sweep.ended = false;
        results.accept(new VerifiedModule(
                module, sweep.read, sweep.differences, sweep.repaired, suspects.moving(), until, Optional.empty()));
    }
}
