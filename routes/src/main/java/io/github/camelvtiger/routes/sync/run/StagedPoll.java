package io.github.camelvtiger.routes.sync.run;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.camel.Body;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether rows wait in the table of a sync. While the table cannot be read, or a run fails for a cause that lasts, it looks after
 * pauses that grow.
 */
public final class StagedPoll {

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    private final String sync;
    private final StagedReading reading;
    private final Predecessor predecessor;
    private final InstantSource clock;
    private final Turn turn = new Turn();
    private volatile String hindrance = "";

    StagedPoll(String sync, StagedReading reading, Predecessor predecessor, InstantSource clock) {
        this.sync = sync;
        this.reading = reading;
        this.predecessor = predecessor;
        this.clock = clock;
    }

    /** The run of the rows that wait; null if none do. */
    public RunRequest waiting() {
        if (!turn.isDue(clock.instant()) || predecessor.hindrance().isPresent()) {
            return null;
        }
        try {
            boolean waiting = reading.isAnyWaiting();
            if (!turn.hindrance().isEmpty() && !waiting) {
                LOG.info("{}: The table can be read again.", sync);
                done();
            }
            return waiting ? RunRequest.exportWaiting() : null;
        } catch (IOException | StagedRowsException e) {
            failed(e.getMessage());
            return null;
        }
    }

    /** What became of the run. */
    public void ended(@Body RunReport report) {
        switch (report.outcome()) {
            case FAILED, REFUSED -> failed(report.message().orElse(report.toString()));
            default -> done();
        }
    }

    private void done() {
        turn.done(clock.instant());
        hindrance = "";
    }

    private void failed(String sentence) {
        if (turn.failed(clock.instant(), sentence)) {
            LOG.warn("{}: {} It is tried again.", sync, sentence);
        }
        hindrance = turn.hindrance();
    }

    /** What a person should know of it now. */
    public Optional<String> note() {
        return Optional.of(hindrance).filter(sentence -> !sentence.isEmpty());
    }
}
