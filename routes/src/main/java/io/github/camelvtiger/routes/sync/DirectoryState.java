package io.github.camelvtiger.routes.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The YAML files of a directory as they were at one moment, without having read them: two that are equal mean that nobody writes.
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
                BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
                files.put(file, new State(found.lastModifiedTime(), found.size(), found.fileKey()));
            }
        }
        return new DirectoryState(files);
    }

    private static boolean isYaml(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }
}
