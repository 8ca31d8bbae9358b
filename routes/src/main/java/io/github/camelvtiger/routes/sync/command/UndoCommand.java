package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.routes.sync.run.RunUndo;
import io.github.camelvtiger.routes.sync.undo.UndoPlan;
import io.github.camelvtiger.routes.sync.undo.UndoResult;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sync undo}. */
@Command(
        name = "undo",
        mixinStandardHelpOptions = true,
        description = {
            "Takes back what a run wrote into the CRM, and nothing that was done since.",
            "A field goes back if it still has the value that the run gave it; a created record is deleted if nobody has changed it."
        })
final class UndoCommand implements Callable<Integer>, AuditedCommands.Changing {

    private final SyncWork.Opening opening;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "The run, as 'sync status' and 'sync trace' name it.")
    private String run;

    @Option(names = "--record", paramLabel = "ID", description = "Only what was written to this record.")
    private String record;

    @Option(names = "--dry-run", description = "Show what would be taken back, and write nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "The plan as JSON, then the result.")
    private boolean json;

    UndoCommand(SyncWork.Opening opening) {
        this.opening = opening;
    }

    @Override
    public boolean changes() {
        return !dryRun;
    }

    @Override
    public Integer call() {
        Output output = new Output(spec.commandLine().getOut(), json);
        try (SyncWork work = opening.open()) {
            RunUndo undo = work.undo(run, Optional.ofNullable(record));
            UndoPlan plan = undo.plan();
            output.document(plan);
            plan.lines().forEach(output::say);
            undo.unknown().forEach(output::say);
            if (dryRun || plan.isEmpty()) {
                output.say("Nothing was written.");
                return ExitCodes.DONE;
            }
            UndoResult result = undo.apply(plan);
            output.document(result);
            output.say(result.toString());
            result.stays().forEach(each -> output.say("stays: " + each));
            return ExitCodes.DONE;
        }
    }
}
