package io.github.camelvtiger.routes.settings;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds out by trying whether files can be written: permissions alone do not show a full disk, or one that is read-only. */
public final class WritableDirectory {

    private WritableDirectory() {}

    /**
     * Makes the directory when it is missing.
     *
     * @return a sentence when nothing can be written there
     */
    public static Optional<String> fault(String setting, String directory) {
        try {
            Path existing = Files.createDirectories(Path.of(directory));
            Path probe = Files.createTempFile(existing, ".writable-", null);
            try {
                Files.writeString(probe, "x");
            } finally {
                Files.delete(probe);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("The setting " + setting + " is '" + directory + "', where nothing can be written ("
                    + reason(e) + "); make room or change its rights, or choose another directory.");
        }
    }

    private static String reason(IOException failure) {
        if (failure instanceof FileSystemException file) {
            return file.getReason() == null ? "it cannot be made or written" : file.getReason();
        }
        return failure.getMessage();
    }
}
