package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.definition.Limits;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that a feed waits because of its limits: once in the log, and in the status of its run. */
public final class FeedPause {

    private static final Logger LOG = LoggerFactory.getLogger("sync");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private static final String PAUSED = "paused";

    private final String sync;
    private final Limits limits;
    private final SyncStore store;
    private Run pausing;

    FeedPause(String sync, Limits limits, SyncStore store) {
        this.sync = sync;
        this.limits = limits;
        this.store = store;
    }

    /**
     * What is to be written would exceed the limits of the run's hour.
     *
     * @return what is said about it
     */
    String held(Run run) {
        String why = PAUSED + ", since limits allow " + allowed()
                + " an hour and there is more to write; it goes on at "
                + TIME.format(run.started().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS))
                + ", or at once by 'sync run " + sync + " --approve'.";
        if (pausing == null || !pausing.id().equals(run.id())) {
            pausing = run;
            store.runs().note(run.id(), why);
            LOG.warn("{}: {}", sync, why);
        }
        return why;
    }

    /** What is said of a feed's run that waits because of its limits; empty if it does not. */
    public static Optional<String> of(Run run) {
        return run.message().filter(why -> run.state() == Run.State.RUNNING && why.startsWith(PAUSED));
    }

    private String allowed() {
        return Stream.of(
                        limits.changes().map(limit -> text(limit) + " changes"),
                        limits.deletes().map(limit -> text(limit) + " deletes"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" and "));
    }

    private static String text(Limits.Limit limit) {
        String amount = limit.amount() == Math.rint(limit.amount())
                ? Long.toString((long) limit.amount())
                : Double.toString(limit.amount());
        return limit.share() ? amount + "% of the module's records as" : amount;
    }

    /** It goes on. */
    void over() {
        if (pausing != null) {
            store.runs().note(pausing.id(), null);
            LOG.info("{}: goes on.", sync);
            pausing = null;
        }
    }
}
