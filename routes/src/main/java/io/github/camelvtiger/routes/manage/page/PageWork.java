package io.github.camelvtiger.routes.manage.page;

import io.github.camelvtiger.routes.sync.command.SyncWork;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the page shows and does; commands are those of the command line. */
public interface PageWork {

    /** The syncs that run here by now; empty if another instance runs them, or they could not be begun. */
    Optional<? extends SyncWork> syncs();

    /** The names of all sync files, also of those with faults. */
    List<String> names();

    /** The directory of the plans of runs with limits. */
    Path plans();

    /** What the health check of a sync says is wrong; empty if it is well, or there is no such check. */
    Optional<String> trouble(String sync);

    /** The feeds with parked records. */
    List<ParkedFeed> parked();

    /**
     * The next poll of a feed tries its parked records again.
     *
     * @throws IllegalArgumentException if no such route follows a CRM
     */
    CommandOutput release(String route);

    /** Gives a command of {@code sync}, and waits for its end. */
    CommandOutput sync(String... arguments);

    /** Examines the connection to the CRM, as {@code doctor} does. */
    CommandOutput doctor();

    /**
     * A feed with records that wait to be tried again.
     *
     * @param records a line each
     */
    record ParkedFeed(String route, String module, List<String> records) {}
}
