package io.github.camelvtiger.routes;

import io.github.camelvtiger.changes.CursorAdministration;
import io.github.camelvtiger.changes.CursorCatalog;
import io.github.camelvtiger.changes.CursorException;
import io.github.camelvtiger.changes.CursorState;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.RecordId;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * Shows and changes where the feeds are, in files or a database. A file in use can be looked at, but not changed: its
 * process would overwrite it. From a database the cursor is taken away, so that its process cannot.
 */
@Command(
        name = "cursor",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Shows and changes how far the feeds have read. NAME is a cursor's name or a part that no other has.")
final class CursorCommand {

    private static final String NAME = "A cursor's name, or a part that no other has.";
    private static final String RECORD = "A record's id such as 12x34, or all.";

    /** An argument that is a record's id, or all. */
    private record ChosenRecords(Optional<RecordId> id) {}

    private final InstantSource clock;
    private final CursorsPlace configured;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--directory",
            description =
                    "Where the cursors are; without it, cursor.jdbc.url or cursor.directory of application.properties.")
    private Path directory;

    private CursorCommand(InstantSource clock, CursorsPlace configured) {
        this.clock = clock;
        this.configured = configured;
    }

    /**
     * @param configured the place where no directory is given
     * @return the exit code: 0, 1 when it could not be done, 2 for arguments that are not understood
     */
    static int run(
            InstantSource clock, CursorsPlace configured, PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new CursorCommand(clock, configured))
                .registerConverter(Instant.class, new InstantConverter())
                .registerConverter(Path.class, CommandDirectory.path()::resolve)
                .registerConverter(ChosenRecords.class, new ChosenRecordsConverter())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(Sentence.of(failure));
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments);
    }

    @Command(description = "Lists the cursors.", mixinStandardHelpOptions = true)
    void list() {
        List<String> names = store().names();
        if (names.isEmpty()) {
            say("There is no cursor in " + place().name() + ".");
        }
        names.forEach(this::say);
    }

    @Command(description = "Shows how far a feed has read.", mixinStandardHelpOptions = true)
    void show(@Parameters(paramLabel = "NAME", description = NAME) String name) {
        say(look(name).map(CursorAdministration::describe).orElse("Nothing is stored."));
    }

    @Command(description = "Lists the parked records, which wait to be tried again.", mixinStandardHelpOptions = true)
    void parked(@Parameters(paramLabel = "NAME", description = NAME) String name) {
        List<String> records = look(name).map(CursorAdministration::parked).orElse(List.of());
        if (records.isEmpty()) {
            say("No record waits.");
        }
        records.forEach(this::say);
    }

    @Command(
            description =
                    "Makes a feed start again at an instant: what has changed since is delivered, even if it was before.",
            mixinStandardHelpOptions = true)
    void set(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Parameters(paramLabel = "INSTANT", description = "In UTC, such as 2026-01-31T00:00:00Z.")
                    Instant instant) {
        say(change(name, cursor -> {
            cursor.set(instant);
            return "The feed continues with what has changed since " + instant + ".";
        }));
    }

    @Command(
            description = "Forgets how far a feed has read: it begins again as its option startFrom says.",
            mixinStandardHelpOptions = true)
    void reset(@Parameters(paramLabel = "NAME", description = NAME) String name) {
        say(change(name, cursor -> {
            cursor.reset();
            return "The feed begins again at its next start.";
        }));
    }

    @Command(description = "Makes the next poll try parked records again.", mixinStandardHelpOptions = true)
    void release(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Parameters(paramLabel = "RECORD", description = RECORD) ChosenRecords records) {
        say(change(name, cursor -> cursor.release(records.id()) + " records are tried again by the next poll."));
    }

    @Command(
            description = "Gives up parked records; only later changes are delivered.",
            mixinStandardHelpOptions = true)
    void drop(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Parameters(paramLabel = "RECORD", description = RECORD) ChosenRecords records) {
        say(change(name, cursor -> cursor.drop(records.id()) + " records are given up."));
    }

    private Optional<CursorState> look(String name) {
        return store().look(only(name));
    }

    private String change(String name, Function<CursorAdministration, String> work) {
        try (CursorAdministration cursor = new CursorAdministration(store().openByName(only(name)), clock)) {
            return work.apply(cursor) + place().afterChange();
        }
    }

    private String only(String part) {
        List<String> names = store().names();
        if (names.contains(part)) {
            return part;
        }
        List<String> fitting =
                names.stream().filter(name -> name.contains(part)).toList();
        if (fitting.size() != 1) {
            throw new CursorException((fitting.isEmpty() ? "No" : "More than one") + " cursor in " + place().name()
                    + " has '" + part + "' in its name; there are "
                    + (names.isEmpty() ? "none" : names.stream().collect(Collectors.joining(", "))) + ".");
        }
        return fitting.get(0);
    }

    private CursorCatalog store() {
        return place().catalog();
    }

    private CursorsPlace place() {
        return directory == null ? configured : CursorsPlace.namedDirectory(directory);
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private static final class InstantConverter implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException(
                        "'" + text + "' is not an instant in UTC such as 2026-01-31T00:00:00Z");
            }
        }
    }

    private static final class ChosenRecordsConverter implements ITypeConverter<ChosenRecords> {
        @Override
        public ChosenRecords convert(String text) {
            try {
                return new ChosenRecords("all".equals(text) ? Optional.empty() : Optional.of(RecordId.parse(text)));
            } catch (InvalidRecordException e) {
                throw new TypeConversionException("'" + text + "' is neither a record's id such as 12x34 nor all");
            }
        }
    }
}
