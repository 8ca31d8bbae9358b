package io.github.camelvtiger.changes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** Keeps each cursor in a file of its own in one directory, which is made when it is missing. */
public final class FileCursorStore implements CursorStore, CursorCatalog {

    /** Of a key that is in the file's name; file systems allow 255 bytes in all. */
    private static final int READABLE = 180;

    private static final String ENDING = ".cursor";

    private final Path directory;
    private final Map<Path, CursorLock> locks = new ConcurrentHashMap<>();

    public FileCursorStore(Path directory) {
        this.directory = directory;
    }

    @Override
    public Cursor open(String key) {
        return open(key, directory.resolve(fileName(key)));
    }

    private Cursor open(String key, Path file) {
        try {
            Files.createDirectories(directory);
            CursorLock lock = locks.computeIfAbsent(
                    file, path -> new CursorLock(path.resolveSibling(path.getFileName() + ".lock")));
            if (!lock.tryAcquire()) {
                throw new CursorException("The cursor '" + key + "' (" + file + ") is in use by " + lock.owner()
                        + "; stop that consumer, or give this one a cursor of its own with the option cursorKey.");
            }
            return new FileCursor(key, file, lock);
        } catch (IOException e) {
            throw cannotBeOpened(key, e);
        }
    }

    private CursorException cannotBeOpened(String key, IOException cause) {
        String what = "The cursor '" + key + "' cannot be opened in the directory " + directory;
        return new CursorException(
                FileFault.isFullDisk(cause)
                        ? FileFault.sentence(what, directory, cause)
                        : what + " (" + FileFault.reason(cause)
                                + "); set the option cursorDirectory to one that can be written.",
                cause);
    }

    /** The names of the files without their ending. */
    @Override
    public List<String> names() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING) && Files.isRegularFile(directory.resolve(name)))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CursorException(
                    "The directory " + directory + " cannot be read (" + FileFault.reason(e) + ").", e);
        }
    }

    @Override
    public Optional<String> nameOf(String key) {
        String file = fileName(key);
        return Files.isRegularFile(directory.resolve(file))
                ? Optional.of(file.substring(0, file.length() - ENDING.length()))
                : Optional.empty();
    }

    @Override
    public Optional<CursorState> look(String name) {
        return new FileCursor(name, directory.resolve(name + ENDING), null).look();
    }

    @Override
    public Cursor openByName(String name) {
        return open(name, directory.resolve(name + ENDING));
    }

    /** Readable, valid on every file system, and different for different keys. */
    private static String fileName(String key) {
        CRC32 crc = new CRC32();
        crc.update(key.getBytes(StandardCharsets.UTF_8));
        String readable = key.replaceAll("[^A-Za-z0-9._-]+", "_");
        return readable.substring(0, Math.min(READABLE, readable.length()))
                + String.format("-%08x", crc.getValue())
                + ENDING;
    }
}
