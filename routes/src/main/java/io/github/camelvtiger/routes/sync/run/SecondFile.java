package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.definition.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The name of a file that comes of another one and is to be corrected and dropped, such as {@code leads.rejects.csv} beside
 * {@code leads.csv}.
 *
 * @param word says what it holds
 */
record SecondFile(String word) {

    /** Of its rejects. */
    static final SecondFile REJECTS = new SecondFile("rejects");

    /** Of the rows behind the place where it breaks off. */
    static final SecondFile REMAINING = new SecondFile("remaining");

    /** What one of them already has behind its name. */
    private static final Pattern SUFFIX = Pattern.compile("(\\.(rejects|remaining)(-\\d+)?)+$");

    /**
     * A name that no file has: one that is there may have been corrected by now.
     *
     * @param source where the other file is
     * @param from the source of the sync
     */
    Path of(Path source, Source.Files from) {
        Path directory = directory(source, from);
        String name = source.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 ? "" : name.substring(dot);
        String base = SUFFIX.matcher(dot < 0 ? name : name.substring(0, dot)).replaceFirst("") + "." + word;
        Path file = directory.resolve(base + extension);
        for (int next = 2; Files.exists(file); next++) {
            file = directory.resolve(base + "-" + next + extension);
        }
        return file;
    }

    /** Not the inbox, which would take the file as it is. */
    private static Path directory(Path source, Source.Files from) {
        Path directory = source.toAbsolutePath().getParent();
        return directory.equals(Path.of(from.path()).toAbsolutePath().normalize())
                ? directory.resolve("done")
                : directory;
    }
}
