package io.github.camelvtiger.routes.sync.verify;

import io.github.camelvtiger.routes.Sentence;
import io.github.camelvtiger.routes.sync.run.RunWatcher;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** Reads all records of one module, or a sample, and compares them with what a target has of them. */
public final class ModuleVerification {

    private static final int PORTION = 500;

    private final String module;
    private final Records records;
    private final Comparison target;
    private final Repair repair;
    private final Supplier<Optional<Instant>> writtenUntil;
    private final boolean follows;
    private final boolean removes;
    private final Patience patience;
    private final InstantSource clock;
    private long read;
    private long after;

    /**
     * @param writtenUntil the time of the CRM whose changes the target has; empty if it never had any
     * @param follows whether a feed brings changes and deletions meanwhile
     * @param removes whether the target is to lose what the CRM has lost
     */
    public ModuleVerification(
            String module,
            Records records,
            Comparison target,
            Repair repair,
            Supplier<Optional<Instant>> writtenUntil,
            boolean follows,
            boolean removes,
            Patience patience,
            InstantSource clock) {
        this.module = module;
        this.records = records;
        this.target = target;
        this.repair = repair;
        this.writtenUntil = writtenUntil;
        this.follows = follows;
        this.removes = removes;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * @param sample of how many records, chosen at random; empty for all
     * @param repairs whether what differs is put right
     */
    public VerifiedModule verify(OptionalInt sample, boolean repairs, RunWatcher watcher) {
        Instant begun = records.now();
        Suspects suspects = new Suspects(records, target, writtenUntil, follows, removes, patience, clock);
        try {
            if (sample.isPresent()) {
                compareSample(sample.getAsInt(), suspects);
            } else {
                compareAll(suspects, watcher);
            }
            while (suspects.areOpen()) {
                patience.pause();
                suspects.look(Instant.MAX);
            }
            Map<String, Difference> found = suspects.takeBelieved();
            long repaired = repairs ? new Repairs(records, target, repair, removes).make(found.values()) : 0;
            boolean proven = sample.isEmpty() && found.size() == repaired;
            Optional<Instant> until = proven ? Optional.of(suspects.until(begun)) : Optional.empty();
            until.ifPresent(target::verified);
            return new VerifiedModule(
                    module, read, List.copyOf(found.values()), repaired, suspects.moving(), until, Optional.empty());
        } catch (RuntimeException e) {
            return VerifiedModule.failed(module, Sentence.of(e));
        }
    }

    private void compareAll(Suspects suspects, RunWatcher watcher) {
        RangeComparison ranges = new RangeComparison(target, removes, suspects::add);
        List<Map<String, Object>> portion = new ArrayList<>();
        records.each(record -> {
            portion.add(record);
            if (portion.size() == PORTION) {
                compare(ranges, portion, OptionalLong.of(RangeComparison.number(record)), watcher);
            }
        });
        compare(ranges, portion, OptionalLong.empty(), watcher);
    }

    private void compare(
            RangeComparison ranges, List<Map<String, Object>> portion, OptionalLong upTo, RunWatcher watcher) {
        ranges.compare(portion, Set.of(), after, upTo);
        after = upTo.orElse(after);
        read += portion.size();
        portion.clear();
        watcher.rows("compared", read, -1);
    }

    private void compareSample(int number, Suspects suspects) {
        List<String> chosen = new ArrayList<>();
        Random random = new Random();
        target.eachId(id -> {
            read++;
            if (chosen.size() < number) {
                chosen.add(id);
                return;
            }
            long place = random.nextLong(read);
            if (place < number) {
                chosen.set((int) place, id);
            }
        });
        read = chosen.size();
        Look.at(chosen, records, target, removes, Instant.MAX)
                .differences()
                .values()
                .forEach(suspects::add);
    }
}
