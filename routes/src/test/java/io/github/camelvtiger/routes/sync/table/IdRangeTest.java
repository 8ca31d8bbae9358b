package io.github.camelvtiger.routes.sync.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Ranges of texts that are ranges of numbers. */
class IdRangeTest {

    private static final long MOST = 2_000_000_000L;

    @Property
    void anIdIsInOneOfTheRangesIfItsNumberIs(
            @ForAll @LongRange(min = 0, max = MOST) long after,
            @ForAll @LongRange(min = 0, max = MOST) long upTo,
            @ForAll boolean ends,
            @ForAll @LongRange(min = 1, max = MOST) long number) {
        OptionalLong end = ends ? OptionalLong.of(upTo) : OptionalLong.empty();
        String id = "12x" + number;

        long in = IdRange.of(12, after, end).stream()
                .filter(range -> id.compareTo(range.first()) >= 0
                        && id.compareTo(range.last()) <= 0
                        && id.length() == range.length())
                .count();

        assertThat(in).isEqualTo(number > after && (!ends || number <= upTo) ? 1 : 0);
    }
}
