package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.routes.sync.run.RunWatcher;
import io.github.camelvtiger.routes.sync.verify.Difference;
import io.github.camelvtiger.routes.sync.verify.VerifiedModule;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sync verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Compares the tables of a sync with the CRM, record by record, and names what is missing, extra or changed.",
            "What differs is looked at again after a save has had its time, so a difference may take minutes to be believed."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:nothing differs, or all of it was put right", "1:something differs", "2:wrong use"})
final class VerifyCommand implements Callable<Integer>, AuditedCommands.Changing {

    private final SyncWork.Opening opening;
    private final RunWatcher watcher;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The sync.")
    private String name;

    @Option(
            names = "--sample",
            paramLabel = "N",
            description =
                    "So many records of each module, chosen at random; those that a table lacks are not found then.")
    private Integer sample;

    @Option(names = "--repair", description = "Write what is missing or changed, and remove what is extra.")
    private boolean repair;

    @Option(names = "--json", description = "One JSON document a difference and a module.")
    private boolean json;

    VerifyCommand(SyncWork.Opening opening, RunWatcher watcher) {
        this.opening = opening;
        this.watcher = watcher;
    }

    @Override
    public boolean changes() {
        return repair;
    }

    @Override
    public Integer call() {
        if (sample != null && sample < 1) {
            throw new ParameterException(
                    spec.commandLine(), "The option --sample is " + sample + "; write a number of records, 1 or more.");
        }
        Output output = new Output(spec.commandLine().getOut(), json);
        AtomicBoolean sound = new AtomicBoolean(true);
        try (SyncWork work = opening.open()) {
            work.verify(
                    name, sample == null ? OptionalInt.empty() : OptionalInt.of(sample), repair, watcher, module -> {
                        show(module, output);
                        sound.compareAndSet(true, module.isSound());
                    });
        }
        return sound.get() ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    private static void show(VerifiedModule module, Output output) {
        for (Difference difference : module.differences()) {
            output.say(module.module() + " " + difference);
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("module", module.module());
            document.put("id", difference.id());
            document.put("kind", difference.kind().name().toLowerCase(Locale.ROOT));
            document.put("fields", difference.fields());
            output.document(document);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("module", module.module());
        document.put("records", module.records());
        document.put("differences", module.differences().size());
        document.put("repaired", module.repaired());
        document.put("moving", module.moving());
        document.put("verifiedUntil", module.until());
        module.failure().ifPresent(sentence -> document.put("failure", sentence));
        output.document(document);
        output.say(module.toString());
    }
}
