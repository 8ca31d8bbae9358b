package io.github.camelvtiger.routes.sync.rows;

import io.github.camelvtiger.routes.sync.definition.Format;
import io.github.camelvtiger.routes.sync.definition.Format.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which kind of file a file is: what the sync file says, else what its name says, unless its first bytes say otherwise. */
final class FileKinds {

    private static final Map<String, Kind> BY_EXTENSION = Map.of(
            "csv", Kind.CSV,
            "tsv", Kind.CSV,
            "xlsx", Kind.XLSX,
            "xlsm", Kind.XLSX,
            "json", Kind.JSON,
            "jsonl", Kind.JSONL,
            "ndjson", Kind.JSONL);

    private FileKinds() {}

    /**
     * By its name alone.
     *
     * @throws BadFileException if the name does not say it
     */
    static Kind named(Path file, Format format) {
        return format.kind().or(() -> byExtension(file)).orElseThrow(() -> unknownName(file));
    }

    /** @throws BadFileException if the name does not say it, or the first bytes say otherwise */
    static Kind of(Path file, Format format, TextEncoding encoding) throws IOException {
        Optional<Kind> kind = format.kind().or(() -> byExtension(file));
        Optional<ForeignFile> foreign = ForeignFile.of(head(file), encoding);
        if (foreign.isPresent() && !kind.map(foreign.get()::isOf).orElse(false)) {
            throw foreign.get().refused(kind.map(FileKinds::title).orElse("CSV, XLSX, JSON or JSON Lines by its name"));
        }
        if (kind.isEmpty()) {
            throw unknownName(file);
        }
        if (kind.get() == Kind.XLSX && foreign.isEmpty()) {
            throw new BadFileException(
                    "The file is not an Excel workbook, whatever its name says; if it is text, name it .csv, .json or"
                            + " .jsonl and drop it again.");
        }
        return kind.get();
    }

    /** What the extension of a name says; empty if nothing. */
    static Optional<Kind> byExtension(Path file) {
        String name = file.getFileName().toString();
        return Optional.ofNullable(BY_EXTENSION.get(
                        name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)))
                .filter(kind -> name.indexOf('.') >= 0);
    }

    private static BadFileException unknownName(Path file) {
        return new BadFileException("The name " + file.getFileName()
                + " does not say what the file is; let it end in .csv, .tsv, .xlsx, .json or .jsonl, or set format: in"
                + " the sync file.");
    }

    static String title(Kind kind) {
        return switch (kind) {
            case CSV -> "CSV";
            case XLSX -> "XLSX";
            case JSON -> "JSON";
            case JSONL -> "JSON Lines";
        };
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(ForeignFile.HEAD);
        }
    }
}
