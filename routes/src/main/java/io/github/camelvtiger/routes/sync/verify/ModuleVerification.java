package io.github.camelvtiger.routes.sync.verify;

import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.routes.Sentence;
import io.github.camelvtiger.routes.sync.run.RunWatcher;
import io.github.camelvtiger.routes.sync.verify.Difference.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.roaringbitmap.longlong.Roaring64Bitmap;

/**
 * Compares the records of one module with what a target has of them. While one side is read the other one moves, so what differs is
 * looked at again after a save has had its time; a record that has been changed since the target was last brought up to date says nothing.
 */
public final class ModuleVerification {

    private static final int PORTION = 500;

    /** A query answers so many. */
    private static final int TOGETHER = 100;

    private static final int MOST_LOOKS = 5;

    /** The records of the CRM. */
    public interface Records {

        /** All that the sync reads, in the order of their ids. */
        void each(Consumer<Map<String, Object>> record);

        /** Those of at most a hundred that are there. */
        List<Map<String, Object>> of(List<String> ids);

        /** Which of those that are there the sync reads now. */
        Predicate<String> read();

        /** When a record was changed; null if it does not say. */
        Instant modified(Map<String, Object> record);

        /** What the clock of the CRM shows. */
        Instant now();
    }

    private final String module;
    private final Records records;
    private final Comparison target;
    private final Repair repair;
    private final Supplier<Optional<Instant>> writtenUntil;
    private final boolean follows;
    private final boolean removes;
    private final Patience patience;
    private long read;

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
            Patience patience) {
        this.module = module;
        this.records = records;
        this.target = target;
        this.repair = repair;
        this.writtenUntil = writtenUntil;
        this.follows = follows;
        this.removes = removes;
        this.patience = patience;
    }

    /**
     * @param sample of how many records, chosen at random; empty for all
     * @param repairs whether what differs is put right
     */
    public VerifiedModule verify(OptionalInt sample, boolean repairs, RunWatcher watcher) {
        Instant begun = records.now();
        try {
            Map<String, Difference> suspects = sample.isPresent() ? sampled(sample.getAsInt()) : all(watcher);
            Set<String> moving = new HashSet<>();
            Map<String, Difference> found = believed(suspects, moving);
            long repaired = repairs ? repaired(found) : 0;
            boolean proven = sample.isEmpty() && found.size() == repaired;
            Optional<Instant> until = proven ? Optional.of(until(begun, moving)) : Optional.empty();
            until.ifPresent(target::verified);
            return new VerifiedModule(
                    module,
                    read,
                    List.copyOf(inOrder(found).values()),
                    repaired,
                    moving.size(),
                    until,
                    Optional.empty());
        } catch (RuntimeException e) {
            return VerifiedModule.failed(module, Sentence.of(e));
        }
    }

    /** A save that had begun before may end after it; and of what is on the way nothing is known. */
    private Instant until(Instant begun, Set<String> moving) {
        Instant settled = begun.minus(patience.settle());
        return moving.isEmpty() ? settled : earlier(settled, writtenUntil.get().orElse(settled));
    }

    private Map<String, Difference> all(RunWatcher watcher) {
        Map<String, Difference> suspects = new LinkedHashMap<>();
        Roaring64Bitmap seen = new Roaring64Bitmap();
        List<Map<String, Object>> portion = new ArrayList<>();
        records.each(record -> {
            seen.add(RecordId.parse(id(record)).number());
            portion.add(record);
            if (portion.size() == PORTION) {
                compare(portion, suspects, watcher);
            }
        });
        compare(portion, suspects, watcher);
        if (removes) {
            target.ids().stream()
                    .filter(id -> !seen.contains(RecordId.parse(id).number()))
                    .forEach(id -> suspects.put(id, Difference.extra(id)));
        }
        return suspects;
    }

    private void compare(List<Map<String, Object>> portion, Map<String, Difference> suspects, RunWatcher watcher) {
        target.compare(portion).forEach(difference -> suspects.put(difference.id(), difference));
        read += portion.size();
        portion.clear();
        watcher.rows("compared", read, -1);
    }

    private Map<String, Difference> sampled(int number) {
        List<String> ids = new ArrayList<>(target.ids());
        Collections.shuffle(ids, new Random());
        List<String> chosen = ids.subList(0, Math.min(number, ids.size()));
        read = chosen.size();
        return looked(chosen, new HashSet<>(), Instant.MAX);
    }

    /**
     * Looks at records again.
     *
     * @param moved gets the ids of those that differ and were changed after a time
     */
    private Map<String, Difference> looked(Collection<String> ids, Set<String> moved, Instant after) {
        Map<String, Difference> differences = new LinkedHashMap<>();
        List<String> all = List.copyOf(ids);
        Set<String> had = new HashSet<>();
        Predicate<String> wanted = all.isEmpty() ? id -> true : records.read();
        for (int from = 0; from < all.size(); from += TOGETHER) {
            List<String> some = all.subList(from, Math.min(from + TOGETHER, all.size()));
            List<Map<String, Object>> present = records.of(some).stream()
                    .filter(record -> wanted.test(id(record)))
                    .toList();
            Map<String, Map<String, Object>> byId = new LinkedHashMap<>();
            present.forEach(record -> byId.put(id(record), record));
            for (Difference difference : target.compare(present)) {
                differences.put(difference.id(), difference);
                Instant modified = records.modified(byId.get(difference.id()));
                if (modified != null && modified.isAfter(after)) {
                    moved.add(difference.id());
                }
            }
            some.stream().filter(id -> !byId.containsKey(id)).forEach(had::add);
        }
        if (removes && !had.isEmpty()) {
            target.ids().stream().filter(had::contains).forEach(id -> differences.put(id, Difference.extra(id)));
        }
        return differences;
    }

    private Map<String, Difference> believed(Map<String, Difference> suspects, Set<String> moving) {
        Map<String, Difference> believed = new LinkedHashMap<>();
        Set<String> open = new HashSet<>(suspects.keySet());
        Duration waited = Duration.ZERO;
        for (int look = 0; !open.isEmpty() && isWorthwhile(look, waited, open, suspects); look++) {
            patience.pause();
            waited = waited.plus(patience.settle());
            // What was changed later may not have been written yet, or be half saved.
            Instant settled = earlier(
                    writtenUntil.get().orElse(Instant.MAX), records.now().minus(patience.settle()));
            Set<String> moved = new HashSet<>();
            Map<String, Difference> again = looked(open, moved, settled);
            Duration sinceBegin = waited;
            open.clear();
            again.forEach((id, difference) -> {
                suspects.put(id, difference);
                boolean late =
                        difference.kind() == Kind.EXTRA && follows && sinceBegin.compareTo(patience.deletions()) <= 0;
                if (moved.contains(id) || late) {
                    open.add(id);
                } else {
                    believed.put(id, difference);
                }
            });
        }
        moving.addAll(open);
        return believed;
    }

    private boolean isWorthwhile(int look, Duration waited, Set<String> open, Map<String, Difference> suspects) {
        boolean extra = open.stream().anyMatch(id -> suspects.get(id).kind() == Kind.EXTRA);
        return look < MOST_LOOKS || extra && follows && waited.compareTo(patience.deletions()) <= 0;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private long repaired(Map<String, Difference> found) {
        List<String> write = ids(found, kind -> kind != Kind.EXTRA);
        for (int from = 0; from < write.size(); from += TOGETHER) {
            repair.write(write.subList(from, Math.min(from + TOGETHER, write.size())));
        }
        repair.remove(ids(found, kind -> kind == Kind.EXTRA));
        Map<String, Difference> left = looked(found.keySet(), new HashSet<>(), Instant.MAX);
        return found.size() - left.size();
    }

    private static List<String> ids(Map<String, Difference> found, Predicate<Kind> which) {
        return found.values().stream()
                .filter(difference -> which.test(difference.kind()))
                .map(Difference::id)
                .toList();
    }

    private static Map<RecordId, Difference> inOrder(Map<String, Difference> found) {
        Map<RecordId, Difference> sorted = new TreeMap<>();
        found.forEach((id, difference) -> sorted.put(RecordId.parse(id), difference));
        return sorted;
    }

    private static String id(Map<String, Object> record) {
        return String.valueOf(record.get("id"));
    }
}
