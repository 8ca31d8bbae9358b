package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.routes.sync.feed.FeedHours;
import io.github.camelvtiger.routes.sync.store.Reject;
import io.github.camelvtiger.routes.sync.store.RunCounts;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.camel.Service;

/** What is done with the records of one module that have changed. It is stopped with the context, after the routes. */
public interface ModuleFeed extends Service {

    /** Whether deleted records are to be written. */
    boolean reportsDeletions();

    /** @param last whether the poll has no further record */
    void write(String event, String id, Map<String, Object> record, Boolean last) throws IOException;

    /**
     * Writes a record as it is now, although it is not as if it had changed itself. One that is gone is left to the feed. What the
     * feed brings meanwhile waits, since it may be later.
     */
    void writeAgain(String id) throws IOException;

    /** The same of several. */
    default void writeAgain(List<String> ids) throws IOException {
        for (String id : ids) {
            writeAgain(id);
        }
    }

    /**
     * Tries a record again that was rejected, as it is now. Meanwhile no change of the module is written, so that an older state does
     * not take the place of a newer one.
     *
     * @param place in the run of the try
     */
    RunCounts again(FeedHours.Place place, Reject reject, String id) throws IOException;
}
