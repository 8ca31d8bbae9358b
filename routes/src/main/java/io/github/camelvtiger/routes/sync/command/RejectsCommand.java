package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.routes.sync.store.Reject;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sync rejects}. */
@Command(
        name = "rejects",
        mixinStandardHelpOptions = true,
        description = "Lists the rows that a sync has refused, with the reasons.")
final class RejectsCommand implements Callable<Integer> {

    private final SyncWork.Opening opening;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NAME", description = "The sync.")
    private String name;

    @Option(names = "--drop", description = "Give them up: they are not listed any more.")
    private boolean drop;

    @Option(names = "--json", description = "One JSON document a row.")
    private boolean json;

    RejectsCommand(SyncWork.Opening opening) {
        this.opening = opening;
    }

    @Override
    public Integer call() {
        Output output = new Output(spec.commandLine().getOut(), json);
        try (SyncWork work = opening.open()) {
            List<Reject> rejects = work.store().rejects().open(name);
            for (Reject reject : rejects) {
                output.document(reject);
                output.say(reject.run() + ", " + reject.place() + ": " + reject.reason());
                output.say("    " + reject.payload());
                if (drop) {
                    work.store().rejects().drop(reject.id());
                }
            }
            output.say(
                    rejects.isEmpty()
                            ? "No row of " + name + " waits."
                            : rejects.size() + (drop ? " rows were given up." : " rows wait."));
            return ExitCodes.DONE;
        }
    }
}
