package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.routes.sync.store.Renames.Rename;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sync rename}. */
@Command(
        name = "rename",
        mixinStandardHelpOptions = true,
        description = {
            "Gives a sync another name, with its file, its runs, its rejects and how far its feeds are.",
            "A run of it that is under way comes to its end first."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done, or decided and done when a run is over",
            "1:it was interrupted; call it again",
            "2:there is no such sync, or the name is taken"
        })
final class RenameCommand implements Callable<Integer>, AuditedCommands.Changing {

    private final SyncWork.Opening opening;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "OLD", description = "The sync.")
    private String from;

    @Parameters(index = "1", paramLabel = "NEW", description = "Its new name.")
    private String to;

    @Option(names = "--json", description = "One JSON document.")
    private boolean json;

    RenameCommand(SyncWork.Opening opening) {
        this.opening = opening;
    }

    /**
     * What a program reads.
     *
     * @param done false if it is done as soon as the run of the sync is over
     * @param files the sync files that were changed
     * @param waitingBySetting those whose {@code after} is a setting with the old name
     */
    private record Answer(String from, String to, boolean done, List<Path> files, List<Path> waitingBySetting) {}

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Integer call() {
        Output output = new Output(spec.commandLine().getOut(), json);
        try (SyncWork work = opening.open()) {
            SyncWork.Renamed renamed = work.rename(new Rename(from, to));
            output.document(new Answer(from, to, renamed.done(), renamed.files(), renamed.waitingBySetting()));
            output.say(
                    renamed.done()
                            ? "The sync " + from + " is called " + to + " now."
                            : "The sync " + from + " is called " + to + " as soon as its run is over.");
            renamed.files().forEach(file -> output.say("Changed: " + file));
            renamed.waitingBySetting()
                    .forEach(file -> output.say("The 'after' of " + file + " is a setting that names " + from
                            + "; change it to " + to + "."));
            return ExitCodes.DONE;
        }
    }
}
