package io.github.camelvtiger.routes.sync.store;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of the rows of a run. */
public record RunCounts(long created, long updated, long unchanged, long deleted, long rejected, long skipped) {

    /** No row yet. */
    public static final RunCounts NONE = new RunCounts(0, 0, 0, 0, 0, 0);

    /** The sum of both. */
    public RunCounts plus(RunCounts other) {
        return new RunCounts(
                created + other.created,
                updated + other.updated,
                unchanged + other.unchanged,
                deleted + other.deleted,
                rejected + other.rejected,
                skipped + other.skipped);
    }

    /** Creates and updates, as limits count them. */
    public long changes() {
        return created + updated;
    }

    /** How many rows that is. */
    public long rows() {
        return created + updated + unchanged + deleted + rejected + skipped;
    }

    /** The counts that are not 0, such as {@code 3 created, 1 rejected}; {@code no rows} if all are. */
    @Override
    public String toString() {
        String counts = Stream.of(
                        named(created, "created"),
                        named(updated, "updated"),
                        named(unchanged, "unchanged"),
                        named(deleted, "deleted"),
                        named(rejected, "rejected"),
                        named(skipped, "skipped"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "no rows" : counts;
    }

    private static String named(long count, String name) {
        return count == 0 ? "" : String.format(Locale.ROOT, "%,d %s", count, name);
    }
}
