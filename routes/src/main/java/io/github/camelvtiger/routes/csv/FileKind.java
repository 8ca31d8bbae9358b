package io.github.camelvtiger.routes.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Kinds of files that are not CSV whatever they are called, known by their first bytes. */
enum FileKind {
    ZIP("an Excel workbook or another ZIP archive", 'P', 'K', 3, 4),
    EMPTY_ZIP("an empty ZIP archive", 'P', 'K', 5, 6),
    OLE("an old Excel workbook or another Office document", 0xD0, 0xCF, 0x11, 0xE0),
    GZIP("compressed with gzip", 0x1F, 0x8B),
    PDF("a PDF document", '%', 'P', 'D', 'F', '-');

    private final String text;
    private final int[] start;

    FileKind(String text, int... start) {
        this.text = text;
        this.start = start;
    }

    /** @throws BadCsvException when the name or the first bytes of the file are not those of CSV */
    static void requireCsv(Path file) throws IOException {
        String name = file.getFileName().toString();
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(8);
        }
        for (FileKind kind : values()) {
            if (kind.begins(head)) {
                throw new BadCsvException(
                        "The file is " + kind.text + ", not CSV; save its table as CSV and drop that file.");
            }
        }
        if (!name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
            throw new BadCsvException(
                    "The file is not taken for CSV, since its name does not end in .csv; if it is CSV,"
                            + " give it such a name and drop it again.");
        }
    }

    private boolean begins(byte[] head) {
        int[] values = new int[Math.min(start.length, head.length)];
        Arrays.setAll(values, index -> head[index] & 0xFF);
        return Arrays.equals(values, start);
    }
}
