package io.github.camelvtiger.changes;

import java.time.Instant;
import java.util.List;

/**
 * Where a feed reads a module's records. Every method asks the CRM and blocks until it answered; failures are thrown
 * as {@link io.github.camelvtiger.client.VtigerException}.
 */
public interface ChangeSource {

    /** The time of the CRM, by an answer that tells nothing else. */
    Instant serverTime();

    /**
     * The records changed after a position up to the end of a second, ascending by {@link RecordState#position()}.
     *
     * @param limit how many at most; fewer mean that no more were found
     */
    Rows window(Position after, Instant upTo, int limit);

    /** The records with a higher number, ascending by it; only an empty answer means that there are no more. */
    Rows byId(long afterNumber, int limit);

    /**
     * @param serverTime the time of the CRM when it began to answer, the earliest where several answers were needed
     */
    record Rows(List<RecordState> states, Instant serverTime) {}
}
