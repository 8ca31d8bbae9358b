package io.github.camelvtiger.routes.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A CSV file of leads, two of its eight rows bad, as a user might drop it into the inbox. */
public final class SampleFile {

    /** The sync that reads it. */
    public static final String SYNC = "leads-from-csv";

    private static final String NAME = "leads.csv";

    /** @param dataDirectory the directory that {@code data.directory} names */
    public static Path dropInto(Path dataDirectory) throws IOException {
        Path inbox = Files.createDirectories(dataDirectory.resolve("inbox").resolve("leads"));
        Path unfinished = inbox.resolve("." + NAME);
        try (InputStream sample = SampleFile.class.getResourceAsStream("/demo/" + NAME)) {
            Files.copy(sample, unfinished, StandardCopyOption.REPLACE_EXISTING);
        }
        return Files.move(unfinished, inbox.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    }

    private SampleFile() {}
}
