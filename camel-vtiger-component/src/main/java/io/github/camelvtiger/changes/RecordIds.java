package io.github.camelvtiger.changes;

import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.ServerFailureException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Which records of a module there are now, among those that the feed is narrowed to. Every method asks the CRM and blocks
 * until it answered; failures are thrown as {@link
 * io.github.camelvtiger.client.VtigerException}. The server hides an SQL
 * error behind an empty list ({@code webservice.md §7}); what is counted or found here was really looked for.
 */
public interface RecordIds {

    /** The id of the record with a number. */
    RecordId id(long number);

    /**
     * How many there are above a number and up to another, {@link Long#MAX_VALUE} for no bound.
     *
     * @throws ServerFailureException when the CRM answers no number
     */
    long count(long after, long upTo);

    /**
     * Whether the last count was the CRM's own. Otherwise it was a reading of all ids in question, as it always is with
     * Vtiger 8.3.0 ({@code releases.md §2}), and costs as much.
     */
    default boolean counts() {
        return true;
    }

    /** The numbers above one, ascending; empty only if there are no more that can be seen. */
    List<Long> list(long after, int limit);

    /**
     * Which of some numbers are there.
     *
     * @param numbers fewer than 100
     * @param alive one that is believed to be there, by which an answer that hides an error is distinguished from one that finds none
     * @throws ServerFailureException when the CRM's answers contradict each other
     */
    Set<Long> existing(Collection<Long> numbers, long alive);
}
