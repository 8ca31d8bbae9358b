package io.github.camelvtiger.routes.sync.rows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON Lines: each line is one object. A line that is not is a row with a fault, and the rest is read. */
final class JsonLinesReader extends LookAhead {

    private final InputStream in;
    private final TextFaults faults;
    private final TextEncoding encoding;
    private final ByteLines lines;
    private long number;
    private long emptyLines;

    JsonLinesReader(InputStream in, TextEncoding encoding) {
        this.in = in;
        this.encoding = encoding;
        this.faults = new TextFaults(encoding.charset(), TextFaults.CHARSET_KEY);
        this.lines = new ByteLines(in, encoding);
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public long emptyRows() {
        return emptyLines;
    }

    @Override
    Row read() {
        try {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                String text = text(line);
                if (text != null && CellText.isBlank(text)) {
                    emptyLines++;
                } else {
                    number++;
                    return row(text);
                }
            }
            return null;
        } catch (IOException e) {
            String line = "line " + (lines.line() + 1);
            throw new BadFileException(faults.of(e, line, "The " + line), e);
        }
    }

    /** Null if the bytes are not text. */
    private String text(byte[] line) {
        try {
            return encoding.charset().newDecoder().decode(ByteBuffer.wrap(line)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private Row row(String text) {
        if (text == null) {
            return faulty(Map.of(), faults.of(new CharacterCodingException(), place(), "The line"));
        }
        if (lines.isTooLong()) {
            return faulty(Map.of(), faults.of(new RowLimit.RowTooLongException(), place(), "The line"));
        }
        try {
            return JsonRow.of(number, place(), text);
        } catch (IOException e) {
            return faulty(
                    Map.of(RejectColumns.LINE, text), "The line is not a JSON object: " + JsonRow.reason(e) + ".");
        }
    }

    private Row faulty(Map<String, Object> cells, String fault) {
        return new Row(number, place(), cells, Optional.of(fault));
    }

    private String place() {
        return "line " + lines.line();
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
