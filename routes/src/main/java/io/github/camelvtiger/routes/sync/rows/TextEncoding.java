package io.github.camelvtiger.routes.sync.rows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * How the text of a file is written as bytes.
 *
 * @param mark the byte order mark with which the file begins; empty without one
 */
public record TextEncoding(Charset charset, byte[] mark) {

    private static final byte[] NO_MARK = {};

    /** Those of 32 bits come first: one of them begins like one of 16. */
    private static final List<TextEncoding> MARKED = List.of(
            marked("UTF-32LE", 0xFF, 0xFE, 0, 0),
            marked("UTF-32BE", 0, 0, 0xFE, 0xFF),
            marked("UTF-8", 0xEF, 0xBB, 0xBF),
            marked("UTF-16LE", 0xFF, 0xFE),
            marked("UTF-16BE", 0xFE, 0xFF));

    private static TextEncoding marked(String charset, int... mark) {
        byte[] bytes = new byte[mark.length];
        for (int index = 0; index < mark.length; index++) {
            bytes[index] = (byte) mark[index];
        }
        return new TextEncoding(Charset.forName(charset), bytes);
    }

    /** @param otherwise of a file without a byte order mark */
    public static TextEncoding of(Path file, Charset otherwise) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(4);
        }
        return MARKED.stream().filter(each -> each.begins(start)).findFirst().orElseGet(() -> unmarked(otherwise));
    }

    /** Text without a byte order mark. */
    static TextEncoding unmarked(Charset charset) {
        return new TextEncoding(withOrder(charset), NO_MARK);
    }

    /** The text with a question mark for each character that the charset does not have. */
    static String reduced(String text, Charset charset) {
        return new String(text.getBytes(charset), charset);
    }

    private boolean begins(byte[] start) {
        return start.length >= mark.length && Arrays.equals(mark, 0, mark.length, start, 0, mark.length);
    }

    /** Java reads UTF-16 without a mark as big-endian, but writes a mark before each piece of text. */
    private static Charset withOrder(Charset charset) {
        if (charset.equals(StandardCharsets.UTF_16)) {
            return StandardCharsets.UTF_16BE;
        }
        return charset.name().equals("UTF-32") ? Charset.forName("UTF-32BE") : charset;
    }

    /** How many bytes a line end takes, and with it the least that any character takes. */
    public int unit() {
        if (charset.name().startsWith("UTF-16")) {
            return 2;
        }
        return charset.name().startsWith("UTF-32") ? 4 : 1;
    }

    /** @param unit as many bytes as {@link #unit()} says */
    public boolean is(char character, byte[] unit) {
        int significant = charset.name().endsWith("LE") ? 0 : unit.length - 1;
        for (int index = 0; index < unit.length; index++) {
            if (unit[index] != (index == significant ? character : 0)) {
                return false;
            }
        }
        return true;
    }
}
