package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.routes.sync.store.JournalledWrite;
import io.github.camelvtiger.routes.sync.store.Run;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sync trace}. */
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        description = "Shows every run, row and field that has touched a record.")
final class TraceCommand implements Callable<Integer> {

    private final SyncWork.Opening opening;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "RECORD",
            description = "A record's id such as 12x34, or a value that was written, such as an e-mail address.")
    private String record;

    @Option(names = "--json", description = "One JSON document a write.")
    private boolean json;

    TraceCommand(SyncWork.Opening opening) {
        this.opening = opening;
    }

    @Override
    public Integer call() {
        Output output = new Output(spec.commandLine().getOut(), json);
        try (SyncWork work = opening.open()) {
            List<JournalledWrite> writes = work.store().journal().touching(record);
            if (writes.isEmpty()) {
                output.say("No sync has written " + record + ".");
            }
            for (JournalledWrite write : writes) {
                output.document(write);
                Run run = work.store().runs().find(write.run()).orElseThrow();
                output.say(write.intended() + " " + run.id() + ", " + run.source() + ", " + write.place() + ": "
                        + write.kind().name().toLowerCase(Locale.ROOT) + " "
                        + write.recordId().orElse("a record") + " of " + write.module() + ", "
                        + write.state().name().toLowerCase(Locale.ROOT));
                output.say("    " + fields(write));
            }
            return ExitCodes.DONE;
        }
    }

    private static String fields(JournalledWrite write) {
        if (write.sent().isEmpty()) {
            return "was " + write.stored();
        }
        return write.sent().keySet().stream()
                .map(field -> field + ": "
                        + (write.stored().containsKey(field)
                                ? "'" + write.stored().get(field) + "' -> "
                                : "") + "'"
                        + write.answered().getOrDefault(field, write.sent().get(field)) + "'")
                .collect(Collectors.joining(", "));
    }
}
