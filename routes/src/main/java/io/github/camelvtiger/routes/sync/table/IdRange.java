package io.github.camelvtiger.routes.sync.table;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Ids of a module whose numbers are in a range and have equally many digits. Their texts are in the order of the numbers, so a database
 * finds them by the index of its key.
 *
 * @param length of each of them
 */
record IdRange(String first, String last, int length) {

    /** No number has more digits. */
    private static final int DIGITS = 18;

    private static final int TEN = 10;

    /**
     * The ranges of all ids whose numbers are in one.
     *
     * @param prefix of the module's ids
     * @param after the number before the range
     * @param upTo its last number; empty for a range without an end
     */
    static List<IdRange> of(int prefix, long after, OptionalLong upTo) {
        List<IdRange> ranges = new ArrayList<>();
        long least = 0;
        long next = TEN;
        for (int digits = 1; digits <= DIGITS; digits++) {
            long first = Math.max(least, after + 1);
            long last = Math.min(next - 1, upTo.orElse(Long.MAX_VALUE));
            if (first <= last) {
                String begin = prefix + "x";
                ranges.add(new IdRange(begin + first, begin + last, begin.length() + digits));
            }
            least = next;
            next *= TEN;
        }
        return ranges;
    }
}
