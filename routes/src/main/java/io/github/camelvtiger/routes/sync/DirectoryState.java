package io.github.camelvtiger.routes.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The YAML files of a directory as they were at one moment, without having read them: two equal states mean that no file is being written.
 *
 * @param files by path
 */
record DirectoryState(Map<Path, State> files) {

    /** @param key differs if another file has taken the place of one of the same time and size; null where there is none */
    private record State(FileTime modified, long size, Object key) {}

    /** @throws IOException if the directory is not there, or cannot be listed */
    static DirectoryState of(Path directory) throws IOException {
        Map<Path, State> files = new TreeMap<>();
        try (Stream<Path> listed = Files.list(directory)) {
            for (Path file : listed.filter(DirectoryState::isYaml).toList()) {
                state(file).ifPresent(state -> files.put(file, state));
            }
        }
        return new DirectoryState(files);
    }

    /** None of a file that has just been deleted, or of a link that leads nowhere. */
    private static Optional<State> state(Path file) throws IOException {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new State(found.lastModifiedTime(), found.size(), found.fileKey()));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    private static boolean isYaml(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }
}
