package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.routes.sync.run.PlanEntry;
import io.github.camelvtiger.routes.sync.run.Plans;
import io.github.camelvtiger.routes.sync.run.RunReport;
import io.github.camelvtiger.routes.sync.run.RunRequest;
import io.github.camelvtiger.routes.sync.run.RunWatcher;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sync plan}. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what a sync would write, and writes nothing.",
            "The whole plan is a file, which 'sync run NAME FILE --plan PLAN' applies exactly."
        })
final class PlanCommand implements Callable<Integer> {

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

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many rows to show (${DEFAULT-VALUE}).")
    private int rows;

    @Option(names = "--json", description = "One JSON document a line: the report, then every row.")
    private boolean json;

    PlanCommand(SyncWork.Opening opening, RunWatcher watcher) {
        this.opening = opening;
        this.watcher = watcher;
    }

    @Override
    public Integer call() throws Exception {
        Output output = new Output(spec.commandLine().getOut(), json);
        try (SyncWork work = opening.open()) {
            RunReport report = work.run(name, RunRequest.plan(file), watcher);
            output.document(report);
            output.say(name + ": " + report);
            if (report.outcome() != RunReport.Outcome.PLANNED) {
                return ExitCodes.of(report, false);
            }
            Path plan = report.plan().orElseThrow();
            if (json) {
                Plans.read(plan, Integer.MAX_VALUE, output::document);
            } else {
                show(plan, output);
            }
            return ExitCodes.DONE;
        }
    }

    private void show(Path plan, Output output) throws Exception {
        long more = Plans.read(plan, rows, entry -> output.say("  " + line(entry)));
        if (more > 0) {
            output.say("  and " + more + " more");
        }
        output.say("The plan is " + plan + "; to apply it: sync run " + name + (file == null ? "" : " " + file)
                + " --plan " + plan);
    }

    private static String line(PlanEntry entry) {
        String subject = entry.place() + ": " + entry.action().name().toLowerCase(java.util.Locale.ROOT)
                + (entry.id() == null ? "" : " " + entry.id());
        return entry.action() == PlanEntry.Action.REJECT
                ? subject + ", " + entry.reason()
                : subject + " " + changes(entry)
                        + entry.notes().stream().map(note -> ", " + note).collect(Collectors.joining());
    }

    private static String changes(PlanEntry entry) {
        List<String> changes = entry.changes().entrySet().stream()
                .map(change -> change.getKey() + ": " + value(change.getValue().from()) + " -> "
                        + value(change.getValue().to()))
                .toList();
        return changes.stream().collect(Collectors.joining(", ", "(", ")"));
    }

    private static String value(Object value) {
        return value == null ? "nothing" : "'" + value + "'";
    }
}
