package io.github.camelvtiger.routes.sync.rows;

import io.github.camelvtiger.routes.sync.definition.Format;
import io.github.camelvtiger.routes.sync.definition.Format.Kind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Files of all kinds as rows. */
public final class Rows {

    /** How long a file that grew while it was read is left alone to count as complete, unless a setting says otherwise. */
    private static final Duration QUIET = Duration.ofSeconds(10);

    private Rows() {}

    /** Whether a path is that of a file of rows, which need not be there, rather than that of a directory. */
    public static boolean isFile(Path path) {
        return Files.isRegularFile(path)
                || !Files.isDirectory(path) && FileKinds.byExtension(path).isPresent();
    }

    /** As {@link #open(Path, Format, Duration)}, with 10 seconds. */
    public static RowReader open(Path file, Format format) {
        return open(file, format, QUIET);
    }

    /**
     * Opens a file.
     *
     * <p>What the file says of itself, by a byte order mark or a line {@code sep=;}, wins over the format.
     *
     * @param quiet how long a text file that turns out to be still growing must not have changed to count as complete; the
     *     reader waits for that at its end
     * @throws BadFileException if it cannot be read, is not what its name says, or has titles that cannot be used
     */
    public static RowReader open(Path file, Format format, Duration quiet) {
        try {
            TextEncoding encoding = encoding(file, format);
            return switch (FileKinds.of(file, format, encoding)) {
                case CSV -> csv(file, format, quiet);
                case XLSX -> new XlsxReader(file, format.sheet());
                case JSON ->
                    new JsonReader(
                            new StrictText(bytes(file, encoding, quiet), encoding.charset()),
                            new TextFaults(encoding.charset(), TextFaults.CHARSET_KEY));
                case JSONL ->
                    new JsonLinesReader(new BufferedInputStream(bytes(file, encoding, quiet), 1 << 16), encoding);
            };
        } catch (NoSuchFileException e) {
            throw new BadFileException("There is no file " + file + ".", e);
        } catch (IOException e) {
            throw new BadFileException("The file " + file + " cannot be read (" + e + ").", e);
        }
    }

    /**
     * The rows of a text that is not in a file.
     *
     * @throws BadFileException if it breaks off, or is not of the format
     * @throws UncheckedIOException if it cannot be kept for as long as it is read
     */
    public static List<Row> of(byte[] text, Format format) {
        try {
            return of(Files.createTempFile("rows", ".tmp"), text, format);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Row> of(Path file, byte[] text, Format format) throws IOException {
        try {
            Files.write(file, text);
            List<Row> rows = new ArrayList<>();
            try (RowReader reader = open(file, format, Duration.ZERO)) {
                reader.forEachRemaining(rows::add);
            }
            return rows;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /**
     * What kind of file a file is.
     *
     * @throws BadFileException if neither the format nor its name says it, or its first bytes say otherwise
     */
    public static Kind kind(Path file, Format format) {
        try {
            return FileKinds.of(file, format, encoding(file, format));
        } catch (IOException e) {
            throw new BadFileException("The file " + file + " cannot be read (" + e + ").", e);
        }
    }

    /**
     * Keeps what was not taken of a file that breaks off in the middle, as a file to be corrected and dropped: nothing is
     * written twice then. Of other kinds than CSV, what is behind the break cannot be told from what is before it; JSON Lines
     * do not break off.
     *
     * @param taken how many rows were taken
     * @return the line of the file with which the rest begins; empty if the rest cannot be kept
     */
    public static OptionalLong keepRest(Path file, Format format, long taken, Path target) {
        try {
            if (kind(file, format) != Kind.CSV) {
                return OptionalLong.empty();
            }
            CsvFile csv = csvFile(file, format, Duration.ZERO);
            long line;
            try (csv) {
                for (long row = 0; row < taken; row++) {
                    csv.next();
                }
                // Empty rows before the next one are not part of the rest.
                csv.hasNext();
                line = csv.unreadLine();
            }
            new RemainingFile(csv.encoding(), csv.firstRowLine(), line).write(file, target);
            return OptionalLong.of(line);
        } catch (IOException e) {
            throw new BadFileException(
                    "The rest of " + file + " could not be written to " + target + " (" + e + ").", e);
        }
    }

    private static RowReader csv(Path file, Format format, Duration quiet) throws IOException {
        CsvFile opened = csvFile(file, format, quiet);
        try {
            return new CsvReader(opened);
        } catch (BadFileException e) {
            opened.close();
            throw e;
        }
    }

    private static CsvFile csvFile(Path file, Format format, Duration quiet) throws IOException {
        return CsvFile.open(
                file,
                new CsvOptions(
                        charset(format),
                        TextFaults.CHARSET_KEY,
                        format.separator().map(Separator::named),
                        quiet));
    }

    private static InputStream bytes(Path file, TextEncoding encoding, Duration quiet) throws IOException {
        InputStream bytes = new GrowingFile(file, quiet);
        bytes.skipNBytes(encoding.mark().length);
        return bytes;
    }

    static TextEncoding encoding(Path file, Format format) throws IOException {
        if (Files.isDirectory(file)) {
            throw new BadFileException(file + " is a directory, not a file.");
        }
        return TextEncoding.of(file, charset(format));
    }

    static Charset charset(Format format) {
        try {
            return Charset.forName(format.charset());
        } catch (IllegalArgumentException e) {
            throw new BadFileException("There is no charset '" + format.charset()
                    + "'; set charset: to one such as UTF-8 or windows-1252.");
        }
    }
}
