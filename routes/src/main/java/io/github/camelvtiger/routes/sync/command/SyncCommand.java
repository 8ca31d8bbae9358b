package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.routes.sync.run.RunRefusedException;
import io.github.camelvtiger.routes.sync.run.RunWatcher;
import io.github.camelvtiger.routes.sync.store.Audit;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code sync}: everything about syncs from the command line. */
@Command(
        name = "sync",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Checks, plans, runs and explains the syncs of the sync files.")
public final class SyncCommand {

    private SyncCommand() {}

    /**
     * @param opening opens the syncs once a command needs them
     * @param files for the commands about sync files themselves
     * @param directory against which files are resolved
     * @param watcher sees how far a run is that is waited for
     * @param person who gives the command, for the audit; empty if that is kept already
     * @return the exit code: 0 done, 1 failed or rows rejected, 2 wrong use or a refused plan, 3 stopped by a limit
     */
    public static int run(
            SyncWork.Opening opening,
            SyncDirectory files,
            Path directory,
            PrintWriter out,
            PrintWriter err,
            RunWatcher watcher,
            Optional<Audit.Person> person,
            String... arguments) {
        AuditedCommands commands = new AuditedCommands(opening, person);
        return new CommandLine(new SyncCommand())
                .addSubcommand(new ListCommand(files))
                .addSubcommand(new CheckCommand(files))
                .addSubcommand(new DraftCommand(files))
                .addSubcommand(new TestCommand(files))
                .addSubcommand(new EjectCommand(files))
                .addSubcommand(new PlanCommand(commands, watcher))
                .addSubcommand(new RunCommand(commands, watcher))
                .addSubcommand(new VerifyCommand(commands, watcher))
                .addSubcommand(new UndoCommand(commands))
                .addSubcommand(new StatusCommand(commands, files))
                .addSubcommand(new RejectsCommand(commands, watcher))
                .addSubcommand(new TraceCommand(commands))
                .addSubcommand(new RenameCommand(commands))
                .addSubcommand(new ForgetCommand(commands))
                .registerConverter(Path.class, text -> directory.resolve(text))
                .setOut(commands.heard(out))
                .setErr(commands.heard(err))
                .setExecutionStrategy(commands)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
                    return failure instanceof IllegalArgumentException || failure instanceof RunRefusedException
                            ? ExitCodes.REFUSED
                            : ExitCodes.FAILED;
                })
                .execute(arguments);
    }
}
