package io.github.camelvtiger.protocol;

import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.http.AnswerLimit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The answer of {@code files_retrieve}: one object in a list, whose last field has the file in Base64
 * ({@code webservice.md §2}). It is decoded while it comes, whatever its size.
 *
 * @param about the fields before the content
 */
public record FileAnswer(Map<?, ?> about, InputStream content) {

    private static final byte[] CONTENT = "\"filecontents\":\"".getBytes(StandardCharsets.US_ASCII);

    /** Names and types; they are short. */
    private static final int LONGEST_BEGINNING = 64 * 1024;

    /**
     * Blocks until the content begins.
     *
     * @param answer from the envelope on; closed where it cannot be used
     * @throws io.github.camelvtiger.client.VtigerException when it is not such an answer
     */
    public static FileAnswer read(InputStream answer, ServerCall call) {
        try {
            byte[] beginning = beginning(answer);
            return new FileAnswer(about(beginning), new Base64Stream(answer));
        } catch (IOException | IllegalArgumentException unusable) {
            try {
                answer.close();
            } catch (IOException unclosable) {
                unusable.addSuppressed(unclosable);
            }
            throw new ServerFailureException(
                    "The answer to " + call + " cannot be used: " + unusable.getMessage() + ".",
                    call.failureContext(),
                    unusable);
        }
    }

    /** All up to the content, without its name. */
    private static byte[] beginning(InputStream answer) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < CONTENT.length) {
            int next = answer.read();
            if (next < 0 || read.size() >= LONGEST_BEGINNING) {
                throw new IOException("it has no field filecontents");
            }
            read.write(next);
            matched = next == CONTENT[matched] ? matched + 1 : next == CONTENT[0] ? 1 : 0;
        }
        byte[] all = read.toByteArray();
        int length = all.length - CONTENT.length;
        // The comma before the content.
        while (length > 0 && all[length - 1] != '{') {
            length--;
            if (all[length] == ',') {
                break;
            }
        }
        byte[] beginning = new byte[length];
        System.arraycopy(all, 0, beginning, 0, length);
        return beginning;
    }

    private static Map<?, ?> about(byte[] beginning) {
        String whole = new String(beginning, StandardCharsets.UTF_8) + "}]}";
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        Object read = new Json(new AnswerLimit(LONGEST_BEGINNING, false)).read(bytes, 0);
        if (read instanceof Map<?, ?> envelope
                && envelope.get("result") instanceof List<?> files
                && files.size() == 1
                && files.get(0) instanceof Map<?, ?> file) {
            return file;
        }
        throw new IllegalArgumentException("it is not a list with one file");
    }

    /** {@code ""} where there is none. */
    public String text(String field) {
        return about.get(field) == null ? "" : about.get(field).toString();
    }

    /** -1 where there is none. */
    public long number(String field) {
        String text = text(field);
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }
}
