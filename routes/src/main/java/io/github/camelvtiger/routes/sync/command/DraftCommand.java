package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.routes.sync.definition.Format;
import io.github.camelvtiger.routes.sync.draft.Draft;
import io.github.camelvtiger.routes.sync.rows.RowReader;
import io.github.camelvtiger.routes.sync.rows.Rows;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sync draft}. */
@Command(
        name = "draft",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a first sync file for a file: which column is which field, and how sure that is.",
            "Knows the labels of the module and the columns of exports of Google, Outlook, HubSpot and Salesforce."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:failed", "2:wrong use"})
final class DraftCommand implements Callable<Integer> {

    private final SyncDirectory directory;

    @Spec
    private CommandSpec spec;

    @Option(names = "--from", required = true, paramLabel = "FILE", description = "The file with the columns.")
    private Path from;

    @Option(names = "--module", required = true, paramLabel = "MODULE", description = "Where its rows are to go.")
    private String module;

    @Option(names = "--name", paramLabel = "NAME", description = "Of the sync; that of the file without it.")
    private String name;

    @Option(names = "--json", description = "One JSON document.")
    private boolean json;

    DraftCommand(SyncDirectory directory) {
        this.directory = directory;
    }

    @Override
    public Integer call() throws IOException {
        Output output = new Output(spec.commandLine().getOut(), json);
        Draft draft = new Draft(described(), columns());
        Path file = directory.path().resolve(name() + ".yaml");
        Files.createDirectories(directory.path());
        try {
            String inbox =
                    Optional.ofNullable(from.getParent()).map(Path::toString).orElse(".");
            Files.writeString(file, draft.text(inbox.replace('\\', '/')), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException exists) {
            throw new IllegalArgumentException(
                    "There is a file " + file + " already; choose another name by --name.", exists);
        }
        output.say("Written to " + file + ": "
                + draft.certainties().entrySet().stream()
                        .map(each -> each.getValue() + " " + each.getKey())
                        .collect(Collectors.joining(", "))
                + ". Check it, then try: sync check " + name());
        output.document(Map.of("file", file.toString(), "columns", draft.certainties()));
        return ExitCode.OK;
    }

    private ModuleDescription described() {
        try (CrmModules modules = directory.open(Optional.empty())) {
            return modules.find(module)
                    .orElseThrow(() -> new IllegalArgumentException(modules.unknown(module)
                            .orElseGet(() -> "The module " + module + " is not known: "
                                    + modules.silence().orElse("") + "; set vtiger.url to a CRM that has it.")));
        }
    }

    private List<String> columns() throws IOException {
        try (RowReader reader =
                Rows.open(from, new Format(Optional.empty(), "UTF-8", Optional.empty(), Optional.empty()))) {
            return !reader.columns().isEmpty() || !reader.hasNext()
                    ? reader.columns()
                    : List.copyOf(reader.next().cells().keySet());
        }
    }

    private String name() {
        return name != null
                ? name
                : from.getFileName().toString().replaceFirst("\\.[^.]*$", "").replaceAll("[^A-Za-z0-9._-]+", "-");
    }
}
