package io.github.camelvtiger.changes;

import java.time.Instant;
import java.util.List;

/**
 * The CRM's operation {@code sync} ({@code webservice.md §8}), which reports deletions, if a server has it working. It
 * blocks until the CRM answered; failures are thrown as {@link io.github.camelvtiger.client.VtigerException}.
 */
public interface SyncSource {

    /**
     * One page of what was changed later than a time.
     *
     * @param deleted numbers of records
     * @param tellsOthers whether a record of another owner than the user is among the changed ones, which proves that the
     *     server reports more than the user's own
     * @param upTo the time to ask with next
     * @param more whether there is more after it
     */
    record Page(List<Long> deleted, boolean tellsOthers, Instant upTo, boolean more) {}

    Page since(Instant time);
}
