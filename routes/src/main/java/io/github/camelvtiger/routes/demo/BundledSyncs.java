package io.github.camelvtiger.routes.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The sync files that the application brings, which are those of the directory {@code syncs} of the project. */
public final class BundledSyncs {

    /** The files. */
    public static final List<String> NAMES = List.of(
            "contacts-by-day.yaml",
            "contacts-to-files.yaml",
            "leads-from-csv.yaml",
            "leads-to-queue.yaml",
            "warehouse.yaml");

    private BundledSyncs() {}

    /**
     * Writes them into a directory that is not there yet. It is there as a whole or not at all, whatever else is started at the same
     * moment.
     *
     * @return whether this call has made it
     */
    public static boolean writeTo(Path directory) throws IOException {
        Path absolute = directory.toAbsolutePath();
        Path unfinished = absolute.resolveSibling(
                "." + absolute.getFileName() + "-" + ProcessHandle.current().pid());
        Files.createDirectories(unfinished);
        try {
            for (String name : NAMES) {
                try (InputStream file = BundledSyncs.class.getResourceAsStream("/demo/syncs/" + name)) {
                    Files.copy(file, unfinished.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Files.move(unfinished, absolute, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (FileSystemException e) {
            if (Files.isDirectory(absolute)) {
                // Another one has made it meanwhile.
                return false;
            }
            throw e;
        } finally {
            for (String name : NAMES) {
                Files.deleteIfExists(unfinished.resolve(name));
            }
            Files.deleteIfExists(unfinished);
        }
    }
}
