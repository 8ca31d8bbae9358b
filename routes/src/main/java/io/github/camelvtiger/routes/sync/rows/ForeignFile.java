package io.github.camelvtiger.routes.sync.rows;

import io.github.camelvtiger.routes.sync.definition.Format.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a file is that cannot be what its name says, known by its first bytes, and what to do about it. */
enum ForeignFile {
    WORKBOOK(
            EnumSet.of(Kind.XLSX),
            "an Excel workbook or another ZIP archive",
            "name a workbook .xlsx, or save its table as CSV",
            'P',
            'K',
            3,
            4),
    EMPTY_ZIP(EnumSet.noneOf(Kind.class), "an empty ZIP archive", "drop the table itself", 'P', 'K', 5, 6),
    OLE(
            EnumSet.noneOf(Kind.class),
            "an old Excel workbook, another Office document or one with a password",
            "save it as .xlsx without a password, or its table as CSV",
            0xD0,
            0xCF,
            0x11,
            0xE0),
    GZIP(EnumSet.noneOf(Kind.class), "compressed with gzip", "unpack it", 0x1F, 0x8B),
    PDF(EnumSet.noneOf(Kind.class), "a PDF document", "drop the table itself", '%', 'P', 'D', 'F', '-'),
    HTML(
            EnumSet.noneOf(Kind.class),
            "an HTML page, as some programs export for Excel",
            "open it in Excel and save it as .xlsx or CSV",
            "<!doctype html",
            "<html",
            "<head",
            "<meta",
            "<body",
            "<table",
            "<script",
            "<style"),
    XML(
            EnumSet.noneOf(Kind.class),
            "XML, perhaps an XML table of Excel 2003",
            "open it in Excel and save it as .xlsx or CSV",
            "<?xml"),
    JSON(
            EnumSet.of(Kind.JSON, Kind.JSONL),
            "JSON",
            "name it .json, or .jsonl if each line is an object of its own",
            "{\"",
            "[{\"",
            "{}",
            "[]");

    /** How much of a file is looked at. */
    static final int HEAD = 512;

    private final Set<Kind> kinds;
    private final String text;
    private final String remedy;
    private final int[] bytes;
    private final String[] words;

    ForeignFile(Set<Kind> kinds, String text, String remedy, int... bytes) {
        this(kinds, text, remedy, bytes, new String[0]);
    }

    ForeignFile(Set<Kind> kinds, String text, String remedy, String... words) {
        this(kinds, text, remedy, new int[0], words);
    }

    ForeignFile(Set<Kind> kinds, String text, String remedy, int[] bytes, String[] words) {
        this.kinds = kinds;
        this.text = text;
        this.remedy = remedy;
        this.bytes = bytes;
        this.words = words;
    }

    /**
     * @param head the first bytes of a file
     * @param encoding of its text
     */
    static Optional<ForeignFile> of(byte[] head, TextEncoding encoding) {
        String start = new String(head, encoding.charset())
                .replaceAll("[\\s\\uFEFF]+", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(each -> each.begins(head) || each.begins(start))
                .findFirst();
    }

    boolean isOf(Kind kind) {
        return kinds.contains(kind);
    }

    /** @param wanted what it was taken for */
    BadFileException refused(String wanted) {
        return new BadFileException(
                "The file is " + text + ", not " + wanted + "; " + remedy + ", and drop that file.");
    }

    private boolean begins(byte[] head) {
        return bytes.length > 0
                && head.length >= bytes.length
                && Arrays.equals(
                        new String(head, 0, bytes.length, StandardCharsets.ISO_8859_1)
                                .chars()
                                .toArray(),
                        bytes);
    }

    private boolean begins(String start) {
        return Arrays.stream(words).map(word -> word.replace(" ", "")).anyMatch(start::startsWith);
    }
}
