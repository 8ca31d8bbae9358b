package io.github.camelvtiger.routes.sync.rows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.CharsetEncoder;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** Rows of CSV as bytes, each of them whole. */
final class CsvLines {

    private final FileLayout layout;
    private final CSVFormat format;
    private final CharsetEncoder encoder;
    private final ValueText text;

    CsvLines(FileLayout layout) {
        this.layout = layout;
        this.format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(layout.separator().character())
                .get();
        this.encoder = layout.charset().newEncoder();
        this.text = new ValueText(layout.list());
    }

    /** What precedes the titles: a byte order mark, and the separator if the file is to declare it. */
    byte[] beginning() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(layout.encoding().mark());
        if (layout.separator().declared()) {
            bytes.write(("sep=" + layout.separator().character() + "\r\n").getBytes(layout.charset()));
        }
        return bytes.toByteArray();
    }

    /** @throws UnwritableRowException if a cell has characters that the charset does not have, or a zero byte */
    byte[] of(List<?> cells) {
        List<String> texts = cells.stream().map(this::cell).toList();
        return (format.format(texts.toArray()) + "\r\n").getBytes(layout.charset());
    }

    private String cell(Object value) {
        String cell = layout.formulas() ? FormulaText.kept(text.of(value)) : FormulaText.neutralised(text.of(value));
        if (cell.indexOf(0) >= 0) {
            throw new UnwritableRowException("A value has a zero byte in it, which CSV cannot hold: " + shown(cell));
        }
        if (!encoder.canEncode(cell)) {
            throw new UnwritableRowException("A value has characters that " + layout.charset()
                    + " does not have; set charset: UTF-8 in the sync file: " + shown(cell));
        }
        return cell;
    }

    private static String shown(String cell) {
        return "'" + cell.substring(0, Math.min(cell.length(), 50)).replace('\0', ' ') + "'";
    }
}
