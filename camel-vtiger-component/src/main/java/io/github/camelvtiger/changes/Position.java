package io.github.camelvtiger.changes;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * A place in a module's changes, which are ordered by the time of the change and then by the number of the id.
 *
 * @param modifiedTime whole seconds, on the clock of the CRM
 * @param number the part of a record's id after the x; {@link Long#MAX_VALUE} for the end of the second
 */
public record Position(Instant modifiedTime, long number) implements Comparable<Position> {

    private static final Comparator<Position> ORDER =
            Comparator.comparing(Position::modifiedTime).thenComparingLong(Position::number);

    /** Before all changes. */
    static final Position FIRST = new Position(Instant.EPOCH, 0);

    public Position {
        modifiedTime = modifiedTime.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The place after all changes of that second. */
    public static Position endOf(Instant second) {
        return new Position(second, Long.MAX_VALUE);
    }

    /** @param text as {@link #toText} writes it */
    static Position parse(String text) {
        int slash = text.indexOf('/');
        return new Position(
                Instant.ofEpochSecond(Long.parseLong(text.substring(0, slash))),
                Long.parseLong(text.substring(slash + 1)));
    }

    /** Second and number. */
    String toText() {
        return modifiedTime.getEpochSecond() + "/" + number;
    }

    boolean isEndOfSecond() {
        return number == Long.MAX_VALUE;
    }

    boolean isAfter(Position other) {
        return compareTo(other) > 0;
    }

    static Position earlier(Position one, Position other) {
        return one.isAfter(other) ? other : one;
    }

    static Position later(Position one, Position other) {
        return one.isAfter(other) ? one : other;
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
