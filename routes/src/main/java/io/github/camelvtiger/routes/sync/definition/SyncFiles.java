package io.github.camelvtiger.routes.sync.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The sync files of a directory.
 *
 * @param files those without faults, by name
 * @param faults of all files, by file, line and column
 * @param paths of all sync files by the names of the syncs, also of those with faults
 */
public record SyncFiles(List<SyncFile> files, List<SyncFault> faults, Map<String, Path> paths) {

    /** A sync's tests are beside it. */
    public static final String TEST = ".test.yaml";

    /** So are routes that a person owns. */
    public static final String ROUTES = ".routes.yaml";

    private static final Comparator<SyncFault> BY_PLACE =
            Comparator.comparing(SyncFault::file).thenComparing(SyncFault::line).thenComparing(SyncFault::column);

    /**
     * Reads all files {@code *.yaml} and {@code *.yml} that lie in the directory itself.
     *
     * @param directory none is as one without files
     * @param placeholders resolves {@code {{setting}}} and {@code {{env:NAME}}} in a text; throws an
     *     IllegalArgumentException if it cannot
     * @throws UncheckedIOException if the directory cannot be listed
     */
    public static SyncFiles read(Path directory, UnaryOperator<String> placeholders) {
        List<ParsedFile> read = paths(directory).stream()
                .map(path -> ParsedFile.read(path, placeholders))
                .toList();
        List<SyncFault> faults = new ArrayList<>();
        read.forEach(file -> faults.addAll(file.faults()));
        SyncNames names = new SyncNames(read);
        faults.addAll(names.faults());
        faults.addAll(SharedTables.faults(read));
        faults.sort(BY_PLACE);
        List<SyncFile> sound = read.stream()
                .flatMap(file -> file.sync().stream())
                .filter(file -> faults.stream().noneMatch(fault -> fault.file()
                        .equals(file.definition().file())))
                .sorted(Comparator.comparing(file -> file.definition().name()))
                .toList();
        return new SyncFiles(sound, List.copyOf(faults), names.paths());
    }

    private static List<Path> paths(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(SyncFiles::isSync).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isSync(Path path) {
        String name = path.getFileName().toString();
        return (name.endsWith(".yaml") || name.endsWith(".yml"))
                && !name.endsWith(TEST)
                && !name.endsWith(ROUTES)
                && !name.startsWith(".")
                && Files.isRegularFile(path);
    }

    /** Whether a sync can be called so. */
    public static boolean isName(String text) {
        return SyncReader.isName(text);
    }

    /** Names of all syncs, also of those with faults. */
    public List<String> names() {
        return List.copyOf(paths.keySet());
    }
}
