package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.routes.sync.definition.SyncFault;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sync test}. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = {
            "Maps the rows in NAME.test.yaml and compares the records with those expected there.",
            "Needs no CRM: modules are those that 'sync check' kept."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all cases hold", "1:some do not", "2:wrong use"})
final class TestCommand implements Callable<Integer> {

    private final SyncDirectory directory;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NAME",
            description = "The sync; without it all that have tests.")
    private String name;

    @Option(names = "--json", description = "One JSON document a case that does not hold, and one a sync.")
    private boolean json;

    TestCommand(SyncDirectory directory) {
        this.directory = directory;
    }

    @Override
    public Integer call() throws Exception {
        Output output = new Output(spec.commandLine().getOut(), json);
        SyncFiles files = directory.read(name);
        boolean hold = true;
        try (CamelContext camel = new DefaultCamelContext(false)) {
            camel.build();
            for (String sync : files.names()) {
                Path tests = tests(files.paths().get(sync));
                if (name == null ? Files.exists(tests) : name.equals(sync)) {
                    hold &= report(sync, new SyncTestRun(files, sync, tests, directory::modules, camel), output);
                }
            }
        }
        return hold ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static Path tests(Path sync) {
        return sync.resolveSibling(sync.getFileName().toString().replaceFirst("\\.ya?ml$", SyncFiles.TEST));
    }

    private static boolean report(String sync, SyncTestRun run, Output output) {
        run.faults().forEach(fault -> report(fault, output));
        output.say(sync + ": " + run.held() + " of " + run.cases() + " cases hold");
        output.document(Map.of("sync", sync, "cases", run.cases(), "held", run.held()));
        return run.faults().isEmpty();
    }

    private static void report(SyncFault fault, Output output) {
        output.say(fault.toString());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", fault.file().toString());
        document.put("line", fault.line());
        document.put("fault", fault.sentence());
        output.document(document);
    }
}
