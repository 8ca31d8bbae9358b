package io.github.camelvtiger.changes;

import io.github.camelvtiger.client.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Where a feed reads a module's records. Every method asks the CRM and blocks until it answered; failures are thrown
 * as {@link io.github.camelvtiger.client.VtigerException}.
 */
public interface ChangeSource {

    /** The module's name, for the log. */
    default String module() {
        return "";
    }

    /** The time of the CRM, by the header {@code Date} of an answer that says nothing else. */
    Instant serverTime();

    /**
     * The time of the CRM by a challenge, which does not come from the header {@code Date} ({@code webservice.md §3}).
     *
     * @param notOlderThan an earlier challenge will do when no more time has passed since
     */
    Instant challengeTime(Duration notOlderThan);

    /**
     * The records changed after a position up to the end of a second, ascending by {@link RecordState#position()}.
     *
     * @param limit how many at most
     */
    Rows window(Position after, Instant upTo, int limit);

    /** The records with a higher number, ascending by it; nothing read means that there are no more that can be seen. */
    Rows byId(long afterNumber, int limit);

    /** Those of the records that are there and belong to the feed, in any order; at most as many as a page has. */
    List<RecordState> byIds(List<RecordId> ids);

    /** Why {@link #byIds} did not answer a record. */
    Absence absence(RecordId id);

    /** Why a record is not to be seen. */
    enum Absence {
        /** The CRM says that there is no such record. */
        DELETED,
        /** It is there, but the feed's condition does not hold for it. */
        OUTSIDE,
        /** Hidden from the user, or there was an error that the CRM hides. */
        UNCLEAR
    }

    /**
     * @param serverTime the time of the CRM when it began to answer, the earliest where several answers were needed
     * @param read how many rows the CRM answered, those included of which nothing could be made; 0 only at the end of what
     *     was asked for
     * @param whole whether nothing more follows; false also if that is not known
     */
    record Rows(List<RecordState> states, Instant serverTime, int read, boolean whole) {

        static Rows none(Instant serverTime) {
            return new Rows(List.of(), serverTime, 0, true);
        }
    }
}
