package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.routes.sync.run.RunReport;
import io.github.camelvtiger.routes.sync.run.RunRequest;
import io.github.camelvtiger.routes.sync.run.RunWatcher;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sync run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Reads a file, or all records of a CRM, and writes what they say.",
            "Of a sync that follows a CRM it lets pass what the limits hold up (--approve).",
            "Without NAME all syncs do what there is to do, as with --once."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:everything was written",
            "1:it failed, or rows were rejected",
            "2:it was asked for in the wrong way, or the plan does not hold any more",
            "3:a limit of the sync stopped it before its first write"
        })
final class RunCommand implements Callable<Integer>, AuditedCommands.Changing {

    private final SyncWork.Opening opening;
    private final RunWatcher watcher;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NAME", description = "The sync.")
    private String name;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE",
            description = "The file to read, unless the sync reads a CRM.")
    private Path file;

    @Option(names = "--plan", paramLabel = "PLAN", description = "Write exactly what this plan holds.")
    private Path plan;

    @Option(names = "--again", description = "Read a file whose content was read before.")
    private boolean again;

    @Option(names = "--approve", description = "Let pass, once, what exceeds the limits of the sync.")
    private boolean approve;

    @Option(names = "--allow-rejects", description = "End with 0 although rows were rejected.")
    private boolean allowRejects;

    @Option(names = "--json", description = "The report as JSON.")
    private boolean json;

    RunCommand(SyncWork.Opening opening, RunWatcher watcher) {
        this.opening = opening;
        this.watcher = watcher;
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Integer call() {
        Output output = new Output(spec.commandLine().getOut(), json);
        try (SyncWork work = opening.open()) {
            RunReport report = work.run(name, request(), watcher);
            output.document(report);
            output.say(name + ": " + report);
            if (report.outcome() == RunReport.Outcome.STOPPED) {
                output.say("What it would have written is in "
                        + report.plan().map(Path::toString).orElse("")
                        + "; to write it all the same: sync run " + name
                        + (file == null ? "" : " " + file) + " --approve");
            }
            return ExitCodes.of(report, allowRejects);
        }
    }

    private RunRequest request() {
        RunRequest request =
                plan != null ? RunRequest.apply(file, plan) : file == null ? RunRequest.export() : RunRequest.run(file);
        request = again ? request.readAgain() : request;
        return approve ? request.withoutLimits() : request;
    }
}
