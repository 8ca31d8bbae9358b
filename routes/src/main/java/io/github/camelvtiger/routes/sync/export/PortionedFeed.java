package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.routes.sync.feed.FeedPortions;
import io.github.camelvtiger.routes.sync.verify.VerifiedModule;
import java.util.Optional;
import java.util.function.Supplier;

/** A feed whose records are written several at a time, and that may have to be filled with records that it does not bring. */
public interface PortionedFeed extends ModuleFeed, FeedPortions.Writer<RecordChange> {

    /**
     * Brings what the target lacks, if it lacks something and it is time.
     *
     * @param verification compares the target with all records, and puts right what differs
     */
    void fill(Supplier<VerifiedModule> verification);

    /** What a person should know of it now; empty if nothing. */
    Optional<String> note();
}
