package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.client.SweepListener;
import io.github.camelvtiger.client.SweptPage;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.run.RunWatcher;
import io.github.camelvtiger.routes.sync.run.Turn;
import io.github.camelvtiger.routes.sync.verify.SweepVerification;
import io.github.camelvtiger.routes.sync.verify.VerifiedModule;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that a target has all of a module: that it gets what its feed does not bring, and has what the sweeps of the feed read. */
final class MirroredModule implements SweepListener {

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    /** The log has so many; 'sync verify' names all. */
    private static final int MOST_NAMED = 20;

    private final SyncDefinition sync;
    private final String module;
    private final PortionedFeed feed;
    private final SyncVerification verification;
    private final SweepVerification sweeps;
    private final InstantSource clock;
    private final Turn turn = new Turn();
    private volatile Optional<VerifiedModule> last = Optional.empty();
    /** What was found the last time that something differed; a later sweep without differences does not take it back. */
    private volatile Optional<String> found = Optional.empty();

    MirroredModule(
            SyncDefinition sync,
            String module,
            PortionedFeed feed,
            SyncVerification verification,
            InstantSource clock) {
        this.sync = sync;
        this.module = module;
        this.feed = feed;
        this.verification = verification;
        this.sweeps = verification.ofSweeps(module, this::verified);
        this.clock = clock;
    }

    @Override
    public void swept(SweptPage page) {
        sweeps.swept(page);
    }

    /** Does what it is time for. */
    void look() {
        feed.fill(() -> verification.verify(module, OptionalInt.empty(), true, RunWatcher.NONE));
        turn.take(
                clock,
                sweeps::look,
                hindrance -> LOG.warn(
                        "{}: Rows of {} that differ cannot be compared again: {} It is tried again.",
                        sync.name(),
                        module,
                        hindrance));
    }

    private void verified(VerifiedModule verified) {
        last = Optional.of(verified);
        if (!verified.differences().isEmpty()) {
            int rows = verified.differences().size();
            found = Optional.of("at " + clock.instant().truncatedTo(ChronoUnit.SECONDS) + " a sweep found " + rows
                    + (rows == 1 ? " row" : " rows") + " of " + module + " that differed, and put "
                    + verified.repaired()
                    + " right");
        }
        if (verified.failure().isPresent() || !verified.differences().isEmpty()) {
            LOG.warn("{}: The sweep of {}{}", sync.name(), verified, remedy(verified));
            verified.differences().stream()
                    .limit(MOST_NAMED)
                    .forEach(difference -> LOG.warn("{}: {} {}", sync.name(), module, difference));
        } else {
            LOG.info("{}: The sweep of {}", sync.name(), verified);
        }
    }

    private String remedy(VerifiedModule verified) {
        return verified.isSound() ? "" : "; see 'sync verify " + sync.name() + "'";
    }

    /** What a person should know of it now, a sentence each. */
    List<String> notes() {
        String sentence = turn.hindrance();
        return Stream.of(
                        feed.note(),
                        found,
                        last.flatMap(VerifiedModule::failure)
                                .map(why -> module + " is not verified by its sweep: " + why),
                        Optional.of(sentence)
                                .filter(text -> !text.isEmpty())
                                .map(text -> "rows of " + module + " that differ cannot be compared again: " + text))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Why the target is known to differ; empty if it is not. */
    Optional<String> fault() {
        return last.filter(verified -> verified.differences().size() > verified.repaired())
                .map(verified -> "differs from its CRM: at the last sweep of " + verified + remedy(verified));
    }
}
