package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.routes.sync.definition.Format;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.run.RejectFiles;
import io.github.camelvtiger.routes.sync.run.RunReport;
import io.github.camelvtiger.routes.sync.run.RunRequest;
import io.github.camelvtiger.routes.sync.run.RunWatcher;
import io.github.camelvtiger.routes.sync.store.Reject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sync rejects}. */
@Command(
        name = "rejects",
        mixinStandardHelpOptions = true,
        description = "Lists the rows that a sync has refused, with the reasons.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done; with --retry, every row was written",
            "1:it failed, or rows were rejected again",
            "2:it was asked for in the wrong way",
            "3:a limit of the sync stopped the retry before its first write"
        })
final class RejectsCommand implements Callable<Integer>, AuditedCommands.Changing {

    private final SyncWork.Opening opening;
    private final RunWatcher watcher;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NAME", description = "The sync.")
    private String name;

    @ArgGroup(exclusive = true)
    private Action action = new Action();

    /** What is to be done with them; they are listed without it. */
    static final class Action {

        @Option(names = "--retry", description = "Try all of them again now.")
        private boolean retry;

        @Option(
                names = "--export",
                paramLabel = "FILE",
                description = "Write them to a new file (CSV, XLSX, JSON or JSON Lines, by its name), to be corrected"
                        + " and dropped again.")
        private Path export;

        @Option(names = "--drop", description = "Give them up: they are not listed any more.")
        private boolean drop;
    }

    @Option(names = "--approve", description = "With --retry: let pass, once, what exceeds the limits of the sync.")
    private boolean approve;

    @Option(names = "--json", description = "One JSON document a row; with --retry, the report.")
    private boolean json;

    RejectsCommand(SyncWork.Opening opening, RunWatcher watcher) {
        this.opening = opening;
        this.watcher = watcher;
    }

    @Override
    public boolean changes() {
        return action.retry || action.drop;
    }

    @Override
    public Integer call() throws IOException {
        Output output = new Output(spec.commandLine().getOut(), json);
        try (SyncWork work = opening.open()) {
            if (action.retry) {
                return retry(work, output);
            }
            List<Reject> rejects = work.store().rejects().open(name);
            if (rejects.isEmpty()) {
                work.require(name);
                output.say("No row of " + name + " waits.");
            } else if (action.export != null) {
                export(work, rejects, output);
            } else {
                rejects.forEach(reject -> show(reject, output));
                if (action.drop) {
                    rejects.forEach(reject -> work.store().rejects().drop(reject.id()));
                }
                output.say(rows(rejects) + (action.drop ? " given up." : rejects.size() == 1 ? " waits." : " wait."));
            }
            return ExitCodes.DONE;
        }
    }

    private int retry(SyncWork work, Output output) {
        RunRequest request = RunRequest.retry(false);
        RunReport report = work.run(name, approve ? request.withoutLimits() : request, watcher);
        output.document(report);
        output.say(name + ": " + report);
        if (report.outcome() == RunReport.Outcome.STOPPED) {
            output.say("To write them all the same: sync rejects " + name + " --retry --approve");
        }
        return ExitCodes.of(report, false);
    }

    private void export(SyncWork work, List<Reject> rejects, Output output) throws IOException {
        if (Files.exists(action.export)) {
            throw new IllegalArgumentException("The file " + action.export + " is there already; name a new one.");
        }
        RejectFiles.export(rejects, format(work), action.export);
        output.document(rejects);
        output.say(rows(rejects) + " written to " + action.export
                + "; correct the cells and drop the file into the directory of the sync.");
    }

    /** That of the sync's files, as which the file comes again. */
    private Format format(SyncWork work) {
        return work.definitions().stream()
                .filter(sync -> sync.name().equals(name))
                .map(SyncDefinition::from)
                .filter(Source.Files.class::isInstance)
                .map(from -> ((Source.Files) from).format())
                .findFirst()
                .orElse(Format.BY_EXTENSION);
    }

    private static String rows(List<Reject> rejects) {
        return rejects.size() + (rejects.size() == 1 ? " row" : " rows");
    }

    private static void show(Reject reject, Output output) {
        output.document(reject);
        output.say(reject.id() + ", " + reject.run() + ", " + reject.place() + ": " + reject.reason());
        output.say("    " + reject.payload());
        output.say("    tried " + (reject.tries() == 1 ? "once" : reject.tries() + " times")
                + reject.nextTry()
                        .map(time -> ", again at " + Times.second(time))
                        .orElse(", waits for a person"));
    }
}
