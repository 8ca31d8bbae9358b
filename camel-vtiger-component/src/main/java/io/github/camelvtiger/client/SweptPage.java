package io.github.camelvtiger.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * All records of a module whose ids have their numbers in one range, as a sweep has read them.
 *
 * @param module API name
 * @param begun when the sweep began, on the clock of the CRM, in whole seconds; it is the same in all pages of a sweep
 * @param after the number before the range; 0 in the first page
 * @param upTo the last number of the range; empty in the last page, which has no records and whose range has no end
 * @param readUpTo the feed has delivered what was changed until this time of the CRM; what was changed later, it still will
 * @param records with all fields that the feed reads, in the order of their ids
 */
public record SweptPage(
        String module,
        Instant begun,
        long after,
        OptionalLong upTo,
        Instant readUpTo,
        List<Map<String, Object>> records) {

    public SweptPage {
        records = List.copyOf(records);
    }

    /** Whether the sweep has come to its end. */
    public boolean isLast() {
        return upTo.isEmpty();
    }
}
