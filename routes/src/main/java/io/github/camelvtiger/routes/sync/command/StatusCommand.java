package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.routes.sync.command.SyncWork.FeedState;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.run.Predecessor;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    /**
     * What a program reads.
     *
     * @param runs whether it can run; its file has faults otherwise, or asks for what is not built
     * @param waits why it waits for another sync, if it does
     * @param lastRun other than tries of rejects
     * @param rejects how many rows wait
     * @param nextTry when the next of them is tried again by itself
     * @param feeds how far those of a sync are that follows changes
     * @param verifiedUntil the time of the CRM until which its target is proven to be the same
     * @param notes what else is to be known of it, such as what it leaves out
     */
    private record Status(
            String sync,
            boolean runs,
            boolean enabled,
            Optional<String> waits,
            Optional<Run> lastRun,
            long rejects,
            Optional<Instant> nextTry,
            List<FeedState> feeds,
            Optional<Instant> verifiedUntil,
            List<String> notes) {}

    @Override
    public Integer call() {
        Output output = new Output(spec.commandLine().getOut(), json);
        try (SyncWork work = opening.open()) {
            for (SyncDefinition sync : work.definitions()) {
                show(
                        status(
                                work.store(),
                                sync.name(),
                                true,
                                sync.enabled(),
                                sync.after(),
                                work.feeds(sync),
                                work.verifiedUntil(sync),
                                work.notes(sync.name())),
                        output);
            }
            List<String> running =
                    work.definitions().stream().map(SyncDefinition::name).toList();
            directory.read(null).names().stream()
                    .filter(name -> !running.contains(name))
                    .forEach(name -> show(
                            status(
                                    work.store(),
                                    name,
                                    false,
                                    true,
                                    Optional.empty(),
                                    List.of(),
                                    Optional.empty(),
                                    List.of()),
                            output));
            output.say("The store has " + (work.store().size() + MEGABYTE - 1) / MEGABYTE + " MB.");
            return ExitCodes.DONE;
        }
    }

    private static Status status(
            SyncStore store,
            String sync,
            boolean runs,
            boolean enabled,
            Optional<String> after,
            List<FeedState> feeds,
            Optional<Instant> verifiedUntil,
            List<String> notes) {
        return new Status(
                sync,
                runs,
                enabled,
                new Predecessor(store.runs(), sync, after).hindrance(),
                store.runs().last(sync),
                store.rejects().numberOpen(sync),
                store.retries().nextTry(sync),
                feeds,
                verifiedUntil,
                notes);
    }

    private static void show(Status status, Output output) {
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

    private static String rejects(Status status) {
        if (status.rejects() == 0) {
            return "";
        }
        return "; " + (status.rejects() == 1 ? "1 rejected row waits" : status.rejects() + " rejected rows wait")
                + status.nextTry()
                        .map(time -> ", the next is tried again at " + Times.minute(time))
                        .orElse("");
    }
}
