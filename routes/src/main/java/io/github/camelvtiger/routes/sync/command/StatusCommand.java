package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.store.Run;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
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

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final SyncWork.Opening opening;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "One JSON document a sync.")
    private boolean json;

    StatusCommand(SyncWork.Opening opening) {
        this.opening = opening;
    }

    /** What a program reads. */
    private record Status(String sync, boolean enabled, Optional<Run> lastRun, long rejects) {}

    @Override
    public Integer call() {
        Output output = new Output(spec.commandLine().getOut(), json);
        try (SyncWork work = opening.open()) {
            for (SyncDefinition sync : work.definitions()) {
                Status status = new Status(
                        sync.name(),
                        sync.enabled(),
                        work.store().runs().last(sync.name()),
                        work.store().rejects().numberOpen(sync.name()));
                output.document(status);
                output.say(line(status));
            }
            return ExitCodes.DONE;
        }
    }

    private static String line(Status status) {
        return status.sync() + ": "
                + (status.enabled() ? "" : "switched off, ")
                + status.lastRun().map(StatusCommand::text).orElse("never run")
                + (status.rejects() == 0 ? "" : "; " + status.rejects() + " rejected rows wait");
    }

    private static String text(Run run) {
        return run.id() + " " + run.state().name().toLowerCase(Locale.ROOT) + " at "
                + minute(run.ended().orElse(run.started())) + ", " + run.source() + ": " + run.counts()
                + run.message().map(message -> "; " + message).orElse("");
    }

    private static String minute(Instant instant) {
        return MINUTE.format(instant.atZone(ZoneId.systemDefault()));
    }
}
