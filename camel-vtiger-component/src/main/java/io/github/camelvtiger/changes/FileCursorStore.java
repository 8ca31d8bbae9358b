package io.github.camelvtiger.changes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/** Keeps each cursor in a file of its own in one directory, which is made when it is missing. */
public final class FileCursorStore implements CursorStore {

    /** Of a key that is in the file's name; file systems allow 255 bytes in all. */
    private static final int READABLE = 180;

    private final Path directory;
    private final Map<Path, CursorLock> locks = new ConcurrentHashMap<>();

    public FileCursorStore(Path directory) {
        this.directory = directory;
    }

    @Override
    public Cursor open(String key) {
        Path file = directory.resolve(fileName(key));
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
            throw new CursorException(
                    "The cursor '" + key + "' cannot be opened in the directory " + directory + " (" + e
                            + "); set the option cursorDirectory to one that can be written.",
                    e);
        }
    }

    /** Readable, valid on every file system, and different for different keys. */
    private static String fileName(String key) {
        CRC32 crc = new CRC32();
        crc.update(key.getBytes(StandardCharsets.UTF_8));
        String readable = key.replaceAll("[^A-Za-z0-9._-]+", "_");
        return readable.substring(0, Math.min(READABLE, readable.length()))
                + String.format("-%08x.cursor", crc.getValue());
    }
}
