package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.routes.Sentence;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.feed.FeedHours;
import io.github.camelvtiger.routes.sync.run.RunProgress;
import io.github.camelvtiger.routes.sync.run.RunReport;
import io.github.camelvtiger.routes.sync.run.RunReport.Outcome;
import io.github.camelvtiger.routes.sync.run.RunWatcher;
import io.github.camelvtiger.routes.sync.store.Reject;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.RunCounts;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Another try of the records that the files of a sync could not hold: each is read again by its id, as it is now. */
final class ExportRetry {

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    private final SyncDefinition sync;
    private final SyncStore store;
    private final String connection;
    private final Function<String, ModuleFeed> steps;

    /**
     * @param connection url and user of the CRM
     * @param steps write the records of a module
     */
    ExportRetry(SyncDefinition sync, SyncStore store, String connection, Function<String, ModuleFeed> steps) {
        this.sync = sync;
        this.store = store;
        this.connection = connection;
        this.steps = steps;
    }

    /** @param due only those whose time has come */
    RunReport run(boolean due, RunWatcher watcher) {
        long number =
                due ? store.retries().numberDue(sync.name()) : store.rejects().numberOpen(sync.name());
        if (number == 0) {
            return report("", Outcome.KNOWN, RunCounts.NONE, Optional.of("no record of " + sync.name() + " waits."));
        }
        store.runs().endLeft(sync.name(), Run.Kind.RETRY);
        Run run = store.runs()
                .begin(
                        sync.name(),
                        Run.Kind.RETRY,
                        number + (number == 1 ? " rejected record" : " rejected records"),
                        "",
                        sync.sha256(),
                        connection);
        // Before anything can fail, so that a cause that lasts is not met again at once.
        long taken = store.retries().take(sync.name(), run.id(), due);
        RunProgress progress = new RunProgress("tried", 0, taken, watcher, System::nanoTime);
        RunCounts counts = RunCounts.NONE;
        Optional<String> failure = Optional.empty();
        try {
            for (List<Reject> page = store.retries().taken(run.id(), 0);
                    !page.isEmpty();
                    page = store.retries()
                            .taken(run.id(), page.get(page.size() - 1).id())) {
                for (Reject reject : page) {
                    counts = counts.plus(again(run, reject, counts.rows() + 1));
                    progress.passed(1);
                    progress.line().ifPresent(line -> LOG.info("{}: {}", sync.name(), line));
                }
            }
        } catch (IOException | RuntimeException e) {
            failure = Optional.of(Sentence.of(e));
        }
        store.runs().advance(run.id(), counts.rows(), counts);
        store.runs().end(run.id(), failure.isEmpty() ? Run.State.DONE : Run.State.FAILED, failure.orElse(null));
        RunReport report = report(run.id(), failure.isEmpty() ? Outcome.DONE : Outcome.FAILED, counts, failure);
        LOG.info("{}: {}", sync.name(), report);
        return report;
    }

    private RunReport report(String run, Outcome outcome, RunCounts counts, Optional<String> message) {
        return new RunReport(run, sync.name(), outcome, counts, Optional.empty(), Optional.empty(), message);
    }

    private RunCounts again(Run run, Reject reject, long number) throws IOException {
        String module = reject.place().substring(0, reject.place().indexOf(' '));
        String id = reject.place().substring(module.length() + 1);
        return steps.apply(module).again(new FeedHours.Place(run, number), reject, id);
    }
}
