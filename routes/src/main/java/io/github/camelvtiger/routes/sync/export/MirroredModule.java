package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.client.SweepListener;
import io.github.camelvtiger.client.SweptPage;
import io.github.camelvtiger.routes.Sentence;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.run.RunWatcher;
import io.github.camelvtiger.routes.sync.run.Turn;
import io.github.camelvtiger.routes.sync.verify.SweepVerification;
import io.github.camelvtiger.routes.sync.verify.VerifiedModule;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that a target has all of a module: that it gets what its feed does not bring, and has what the sweeps of the feed read. */
final class MirroredModule implements SweepListener {

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    private final SyncDefinition sync;
    private final String module;
    private final PortionedFeed feed;
    private final SyncVerification verification;
    private final SweepVerification sweeps;
    private final InstantSource clock;
    private final Turn turn = new Turn();
    private volatile String hindrance = "";
    private volatile Optional<VerifiedModule> last = Optional.empty();

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
        if (!turn.isDue(clock.instant())) {
            return;
        }
        try {
            sweeps.look();
            turn.done(clock.instant());
        } catch (CancellationException stopped) {
            return;
        } catch (RuntimeException e) {
            if (turn.failed(clock.instant(), Sentence.of(e))) {
                LOG.warn(
                        "{}: Rows of {} that differ cannot be compared again: {} It is tried again.",
                        sync.name(),
                        module,
                        turn.hindrance());
            }
        }
        hindrance = turn.hindrance();
    }

    private void verified(VerifiedModule verified) {
        last = Optional.of(verified);
        if (verified.failure().isPresent() || !verified.differences().isEmpty()) {
            LOG.warn("{}: The sweep of {}{}", sync.name(), verified, remedy(verified));
            verified.differences().stream()
                    .limit(MOST_NAMED)
                    .forEach(difference -> LOG.warn("{}: {} {}", sync.name(), module, difference));
        } else {
            LOG.info("{}: The sweep of {}", sync.name(), verified);
        }
    }

    private static final int MOST_NAMED = 20;

    private String remedy(VerifiedModule verified) {
        return verified.isSound() ? "" : "; see 'sync verify " + sync.name() + "'";
    }

    /** What a person should know of it now, a sentence each. */
    List<String> notes() {
        String sentence = hindrance;
        return Stream.of(
                        feed.note(),
                        last.filter(verified -> !verified.differences().isEmpty()
                                        || verified.failure().isPresent())
                                .map(verified -> "the last sweep of " + verified + remedy(verified)),
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
