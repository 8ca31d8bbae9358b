package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.routes.sync.store.Run;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sync status}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Says of each sync how its last run ended, and what waits for a person.")
final class StatusCommand implements Callable<Integer> {

    private static final long MEGABYTE = 1 << 20;

    private final SyncWork.Opening opening;
    private final SyncDirectory directory;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "One JSON document a sync.")
    private boolean json;

    StatusCommand(SyncWork.Opening opening, SyncDirectory directory) {
        this.opening = opening;
        this.directory = directory;
    }

    @Override
    public Integer call() {
        Output output = new Output(spec.commandLine().getOut(), json);
        try (SyncWork work = opening.open()) {
            SyncStatus.of(work, directory.read(null).names()).forEach(status -> show(status, output));
            output.say("The store has " + (work.store().size() + MEGABYTE - 1) / MEGABYTE + " MB.");
            return ExitCodes.DONE;
        }
    }

    private static void show(SyncStatus status, Output output) {
        output.document(status);
        output.say(status.sync() + ": "
                + (status.runs() ? "" : "does not run, see 'sync check " + status.sync() + "' and the log; ")
                + (status.enabled() ? "" : "switched off, ")
                + status.lastRun().map(StatusCommand::text).orElse("never run")
                + rejects(status)
                + status.waits().map(why -> "; " + why).orElse("")
                + FeedLag.text(status.feeds()).map(lag -> "; " + lag).orElse("")
                + status.verifiedUntil()
                        .map(time -> "; verified until " + Times.second(time))
                        .orElse("")
                + status.notes().stream().map(note -> "; " + note).collect(Collectors.joining()));
    }

    private static String text(Run run) {
        return run.id() + " " + run.state().name().toLowerCase(Locale.ROOT)
                + (run.ended().isPresent() ? " at " : " since ")
                + Times.minute(run.ended().orElse(run.started())) + ", " + run.source() + ": " + rows(run)
                + run.message().map(message -> "; " + message).orElse("");
    }

    private static String rows(Run run) {
        return run.ended().isEmpty() && run.total().isPresent()
                ? run.counts().rows() + " of " + run.total().getAsLong() + " rows, " + run.counts()
                : run.counts().toString();
    }

    private static String rejects(SyncStatus status) {
        if (status.rejects() == 0) {
            return "";
        }
        return "; " + (status.rejects() == 1 ? "1 rejected row waits" : status.rejects() + " rejected rows wait")
                + status.nextTry()
                        .map(time -> ", the next is tried again at " + Times.minute(time))
                        .orElse("");
    }
}
