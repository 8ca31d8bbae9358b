package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.routes.sync.definition.NotBuilt;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncFile;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import io.github.camelvtiger.routes.sync.feed.Circles;
import io.github.camelvtiger.routes.sync.template.EjectedRoutes;
import io.github.camelvtiger.routes.sync.template.OwnRoutes;
import io.github.camelvtiger.routes.sync.template.SyncRoute;
import io.github.camelvtiger.routes.sync.template.SyncRouteList;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sync eject}. */
@Command(
        name = "eject",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the routes of a sync as YAML, for people who want to own them.",
            "Kept as NAME.routes.yaml beside the sync file, they take the place of those that the application makes."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "2:there is no such sync without faults"})
final class EjectCommand implements Callable<Integer> {

    private final SyncDirectory directory;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NAME", description = "The sync.")
    private String name;

    @Option(names = "--json", description = "One JSON document, with the file to keep it in and the text.")
    private boolean json;

    EjectCommand(SyncDirectory directory) {
        this.directory = directory;
    }

    /** What a program reads. */
    private record Ejected(String sync, String file, List<String> routes, String yaml) {}

    @Override
    public Integer call() throws IOException {
        Output output = new Output(spec.commandLine().getOut(), json);
        Map<String, String> resolved = new LinkedHashMap<>();
        SyncDirectory recording = new SyncDirectory(
                directory.path(),
                written -> {
                    String value = directory.placeholders().apply(written);
                    resolved.put(written, value);
                    return value;
                },
                directory.crm(),
                directory.named(),
                directory.sources());
        SyncFiles files = recording.read(name);
        List<SyncDefinition> syncs =
                files.files().stream().map(SyncFile::definition).toList();
        SyncDefinition sync = syncs.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The sync '" + name + "' has faults; 'sync check " + name + "' names them."));
        NotBuilt.of(sync).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        if (sync.from() instanceof Source.Crm from && from.isAll()) {
            throw new IllegalArgumentException(
                    "The sync '" + name + "' makes its routes when the CRM has said which modules"
                            + " there are; name the modules in 'crm' to eject it.");
        }
        String text = Files.readString(sync.file());
        resolved.entrySet()
                .removeIf(each -> each.getKey().equals(each.getValue())
                        || each.getValue().isEmpty()
                        || !text.contains(each.getKey()));
        Circles circles = new Circles(syncs, this::address);
        List<SyncRoute> routes = SyncRouteList.of(sync, module -> circles.isWrittenBack(sync, module));
        String yaml = new EjectedRoutes(sync, value -> unresolved(value, resolved)).text(routes);
        output.say(yaml.stripTrailing());
        output.document(new Ejected(
                name,
                OwnRoutes.file(sync).toString(),
                routes.stream().map(SyncRoute::id).toList(),
                yaml));
        return ExitCode.OK;
    }

    /** The longest first, since a shorter one may be a part of it. */
    private static String unresolved(String value, Map<String, String> resolved) {
        if (resolved.isEmpty()) {
            return value;
        }
        Map<String, String> written = new HashMap<>();
        resolved.forEach((placeholder, each) -> written.putIfAbsent(each, placeholder));
        String anyOfThem = written.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile(anyOfThem)
                .matcher(value)
                .replaceAll(found -> Matcher.quoteReplacement(written.get(found.group())));
    }

    /** The same for two names of one CRM. */
    private String address(Optional<String> connection) {
        Optional<ClientSettings> crm =
                connection.isPresent() ? directory.named().apply(connection.get()) : directory.crm();
        return crm.map(settings -> settings.url() + " as " + settings.username())
                .orElseGet(() -> connection.orElse(""));
    }
}
