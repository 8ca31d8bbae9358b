package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncFile;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sync list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the syncs: from where to where, and which have faults.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "2:wrong use"})
final class ListCommand implements Callable<Integer> {

    private final SyncDirectory directory;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "One JSON document a sync.")
    private boolean json;

    ListCommand(SyncDirectory directory) {
        this.directory = directory;
    }

    @Override
    public Integer call() {
        Output output = new Output(spec.commandLine().getOut(), json);
        SyncFiles files = directory.read(null);
        if (files.names().isEmpty()) {
            output.say("There is no sync in " + directory.path() + "; 'sync draft' writes a first one.");
        }
        for (String name : files.names()) {
            Optional<SyncDefinition> sync = files.files().stream()
                    .map(SyncFile::definition)
                    .filter(each -> each.name().equals(name))
                    .findFirst();
            output.say(name + ": " + sync.map(ListCommand::text).orElse("has faults, see 'sync check " + name + "'"));
            output.document(document(name, sync));
        }
        return ExitCode.OK;
    }

    private static String text(SyncDefinition sync) {
        return sync.from().label() + " -> " + sync.to().label()
                + sync.after().map(after -> ", after " + after).orElse("")
                + (sync.enabled() ? "" : ", switched off");
    }

    private static Map<String, Object> document(String name, Optional<SyncDefinition> sync) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("sync", name);
        document.put("sound", sync.isPresent());
        sync.ifPresent(sound -> {
            document.put("file", sound.file().toString());
            document.put("from", sound.from().label());
            document.put("to", sound.to().label());
            document.put("after", sound.after().orElse(null));
            document.put("enabled", sound.enabled());
        });
        return document;
    }
}
