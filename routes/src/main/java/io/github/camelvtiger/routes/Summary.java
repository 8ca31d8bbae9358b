package io.github.camelvtiger.routes;

import io.github.camelvtiger.routes.Tally.Work;
import io.github.camelvtiger.routes.once.ExportOnce;
import io.github.camelvtiger.routes.once.FeedWatch;
import io.github.camelvtiger.routes.once.RunWatch;
import io.github.camelvtiger.routes.sync.RunningSyncs;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;

/**
 * Says what a run with {@code --once} did: what flowed, from where to where, where to look, and what makes it fail.
 *
 * @param syncs empty if there are none
 * @param brokenSyncs how many sync files are not run because of what is wrong with them
 * @param complaints why feeds bring nothing
 * @param export empty if the route is switched off
 * @param allowRejects whether the run succeeds although rows were rejected
 */
record Summary(
        Settings settings,
        Optional<RunningSyncs> syncs,
        int brokenSyncs,
        List<String> complaints,
        RunWatch runs,
        FeedWatch feeds,
        Tally tally,
        Optional<ExportOnce> export,
        boolean allowRejects) {

    /** Whether nothing was refused as a whole, and no row, unless that is allowed. */
    boolean isGood() {
        return brokenSyncs == 0
                && complaints.isEmpty()
                && !export.map(ExportOnce::failed).orElse(false)
                && definitions().stream()
                        .allMatch(sync -> runs.refused(sync.name()) == 0 && (allowRejects || rejected(sync) == 0));
    }

    void write(Logger log) {
        log.info("What was done:");
        definitions().forEach(sync -> write(sync, log));
        if (brokenSyncs > 0) {
            log.error("  {} sync file(s) have faults, see above, and were not run; the exit code is 1", brokenSyncs);
        }
        complaints.forEach(complaint -> log.error("  a feed brings nothing, and the exit code is 1: {}", complaint));
        Path data = Path.of(settings.require("data.directory", "it says where files are"));
        export.ifPresent(each -> {
            if (each.failed()) {
                log.error("  the route nightly-export failed, see above for the reason; the exit code is 1");
            }
            log.info(
                    "  route nightly-export: {} record(s) of {} exported, see {}",
                    tally.of(Work.RECORDS_EXPORTED),
                    settings.require("export.module", "it names the module to export"),
                    data.resolve("export"));
        });
        if (settings.isOn("tickets.enabled")) {
            log.info(
                    "  route tickets: {} changed ticket state(s) to vtiger.tickets.out; {} ticket(s) written from"
                            + " vtiger.tickets.in, {} message(s) to vtiger.tickets.dead",
                    feeds.completed("tickets-out"),
                    tally.of(Work.TICKETS_WRITTEN),
                    tally.of(Work.TICKETS_DEAD));
        }
    }

    private void write(SyncDefinition sync, Logger log) {
        String name = sync.name();
        log.info(
                "  sync {}, {} -> {}: {}",
                name,
                sync.from().label(),
                sync.to().label(),
                sync.enabled() ? syncs.orElseThrow().store().runs().sinceOpened(name) : "switched off");
        if (runs.refused(name) > 0) {
            log.error(
                    "  sync {}: {} file(s) refused as a whole, see {}/failed with the reasons; the exit code is 1",
                    name,
                    runs.refused(name),
                    ((Source.Files) sync.from()).path());
        }
        if (rejected(sync) > 0) {
            log.warn(
                    "  sync {}: {} row(s) rejected; {}{}",
                    name,
                    rejected(sync),
                    sync.from() instanceof Source.Files from
                            ? "the files of rejects in " + from.path() + "/done say why"
                            : "'sync rejects " + name + "' says why",
                    allowRejects ? "" : "; the exit code is 1, unless by --allow-rejects");
        }
    }

    private long rejected(SyncDefinition sync) {
        return syncs.orElseThrow().store().runs().sinceOpened(sync.name()).rejected();
    }

    private List<SyncDefinition> definitions() {
        return syncs.map(RunningSyncs::definitions).orElse(List.of());
    }
}
