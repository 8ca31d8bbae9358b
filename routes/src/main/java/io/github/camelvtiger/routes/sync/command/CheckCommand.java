package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.routes.sync.definition.SyncFault;
import io.github.camelvtiger.routes.sync.definition.SyncFile;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import io.github.camelvtiger.routes.sync.feed.Circles;
import io.github.camelvtiger.routes.sync.store.DataSources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sync check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Says what is wrong in sync files, with file, line and column; writes nothing to the CRM.",
            "Modules and fields are those of the CRM if vtiger.url is set and it answers; what it answers is kept in"
                    + " .modules beside the sync files."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:no faults", "1:faults", "2:wrong use"})
final class CheckCommand implements Callable<Integer> {

    private final SyncDirectory directory;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "The sync; all without it.")
    private String name;

    @Option(names = "--json", description = "One JSON document a fault and a sync.")
    private boolean json;

    CheckCommand(SyncDirectory directory) {
        this.directory = directory;
    }

    @Override
    public Integer call() throws Exception {
        Output output = new Output(spec.commandLine().getOut(), json);
        SyncFiles files = directory.read(name);
        List<SyncFault> faults = new ArrayList<>();
        Map<String, String> states = new TreeMap<>();
        Map<String, List<String>> notes = new TreeMap<>();
        Map<String, String> silences = new TreeMap<>();
        files.names().forEach(each -> states.put(each, "faults"));
        files.faults().stream().filter(fault -> isAsked(files, fault.file())).forEach(faults::add);
        try (CamelContext camel = new DefaultCamelContext(false);
                CheckedCrms crms = new CheckedCrms(directory);
                DataSources databases = new DataSources(directory.sources())) {
            camel.build();
            Circles circles =
                    new Circles(files.files().stream().map(SyncFile::definition).toList(), name -> name.orElse(""));
            for (SyncFile file : files.files()) {
                if (isAsked(files, file.definition().file())) {
                    SyncInspection inspection = new SyncInspection(file, crms, databases, circles, camel);
                    faults.addAll(inspection.faults());
                    notes.put(file.definition().name(), inspection.notes());
                    states.put(file.definition().name(), state(inspection));
                    inspection
                            .silence()
                            .ifPresent(why -> silences.put(file.definition().name(), why));
                }
            }
            faults.forEach(fault -> report(fault, output));
            states.forEach((sync, state) -> {
                if (name == null || name.equals(sync)) {
                    report(sync, state, notes.getOrDefault(sync, List.of()), silences.get(sync), output);
                }
            });
        }
        return faults.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private boolean isAsked(SyncFiles files, Path file) {
        return name == null || file.equals(files.paths().get(name));
    }

    private static String state(SyncInspection inspection) {
        return !inspection.faults().isEmpty() ? "faults" : inspection.isUnchecked() ? "unchecked" : "sound";
    }

    private static void report(SyncFault fault, Output output) {
        output.say(fault.toString());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", fault.file().toString());
        document.put("line", fault.line());
        document.put("column", fault.column());
        document.put("fault", fault.sentence());
        output.document(document);
    }

    /** @param silence why a CRM says nothing; null if those of the sync answer */
    private static void report(String sync, String state, List<String> notes, String silence, Output output) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("sync", sync);
        document.put("state", state);
        document.put("notes", notes);
        if (silence != null) {
            document.put("crm", silence);
        }
        output.document(document);
        output.say(sync + ": " + state
                + (state.equals("unchecked")
                        ? ", since the fields are not known: " + (silence == null ? "" : silence)
                        : ""));
        notes.forEach(note -> output.say("  " + note));
    }
}
