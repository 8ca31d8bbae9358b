package io.github.camelvtiger.changes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.roaringbitmap.longlong.Roaring64Bitmap;

/** The numbers of the records that a feed knows, in memory: a million of them take a few megabytes at most. */
final class KnownIds {

    private final Roaring64Bitmap numbers = new Roaring64Bitmap();

    void add(long number) {
        numbers.addLong(number);
    }

    void remove(long number) {
        numbers.removeLong(number);
    }

    void clear() {
        numbers.clear();
    }

    long size() {
        return numbers.getLongCardinality();
    }

    /** The highest number; 0 when there is none. */
    long highest() {
        return numbers.isEmpty() ? 0 : numbers.last();
    }

    /** The same without some. */
    long highestBut(Collection<Long> some) {
        var descending = numbers.getReverseLongIterator();
        while (descending.hasNext()) {
            long number = descending.next();
            if (!some.contains(number)) {
                return number;
            }
        }
        return 0;
    }

    boolean contains(long number) {
        return numbers.contains(number);
    }

    /** How many numbers lie above one and up to another. */
    long count(long after, long upTo) {
        return numbers.rankLong(upTo) - numbers.rankLong(after);
    }

    /** The number of which so many lie between it and {@code after}, itself included. */
    long numberBehind(long after, long count) {
        return numbers.select(numbers.rankLong(after) + count - 1);
    }

    /** The numbers above one and up to another. */
    List<Long> numbers(long after, long upTo) {
        List<Long> found = new ArrayList<>();
        var iterator = numbers.getLongIteratorFrom(after + 1);
        while (iterator.hasNext()) {
            long number = iterator.next();
            if (number > upTo) {
                break;
            }
            found.add(number);
        }
        return found;
    }
}
