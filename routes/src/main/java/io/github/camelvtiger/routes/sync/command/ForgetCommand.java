package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.routes.sync.run.Erasure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sync forget}. */
@Command(
        name = "forget",
        mixinStandardHelpOptions = true,
        description = {
            "Erases what the store, plans and files of rejects keep of a record, or of all that holds a value.",
            "What was written to it can then not be undone or traced. The CRM, and files that were read or written, stay as they are."
        })
final class ForgetCommand implements Callable<Integer>, AuditedCommands.Changing {

    private final SyncWork.Opening opening;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "ID|VALUE",
            description = "A record's id such as 12x34, or a whole value such as an e-mail address, in any case.")
    private String what;

    @Option(names = "--dry-run", description = "Show what would be erased, and erase nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "The report as JSON.")
    private boolean json;

    ForgetCommand(SyncWork.Opening opening) {
        this.opening = opening;
    }

    @Override
    public boolean changes() {
        return !dryRun;
    }

    /** What is to be forgotten is not kept there either. */
    @Override
    public boolean isPrivate() {
        return true;
    }

    @Override
    public Integer call() throws IOException {
        if (what.isBlank()) {
            throw new IllegalArgumentException("An empty value names nobody; give an id such as 12x34, or a value.");
        }
        Output output = new Output(spec.commandLine().getOut(), json);
        try (SyncWork work = opening.open()) {
            Erasure.Report report = work.forget(what, dryRun);
            output.document(report);
            if (report.isEmpty()) {
                output.say("Nothing is kept of " + what + ".");
            } else {
                say(report, output);
            }
            for (Path file : report.unreadable()) {
                output.say("The rejects in " + file + " cannot be read; look yourself whether " + what + " is in it.");
            }
            return ExitCodes.DONE;
        }
    }

    private void say(Erasure.Report report, Output output) {
        output.say((dryRun ? "It would erase " : "Erased: ") + counted(report.writes(), "write") + " to "
                + counted(report.records().size(), "record")
                + (report.records().isEmpty() ? "" : " (" + String.join(", ", report.records()) + ")") + ", "
                + counted(report.rejects(), "rejected row") + ".");
        report.plans()
                .forEach(plan -> output.say((dryRun ? "It would delete" : "Deleted") + " the plan " + plan + "."));
        report.rejectsFiles()
                .forEach(file ->
                        output.say((dryRun ? "It would take" : "Taken") + " out of the file of rejects " + file + "."));
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
