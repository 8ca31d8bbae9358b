package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.routes.sync.feed.FeedPortions;
import java.util.Optional;

/** A feed whose records are written several at a time, and that may have to be filled with records that it does not bring. */
public interface PortionedFeed extends ModuleFeed, FeedPortions.Writer<RecordChange> {

    /** Brings what the target lacks, if it lacks something and it is time. */
    void fill();

    /** What a person should know of it now; empty if nothing. */
    Optional<String> note();
}
