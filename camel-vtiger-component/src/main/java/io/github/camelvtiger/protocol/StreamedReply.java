package io.github.camelvtiger.protocol;

import io.github.camelvtiger.http.HttpAnswer;
import io.github.camelvtiger.http.NoAnswerException;
import io.github.camelvtiger.http.StreamedAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * What came for a call whose answer is streamed.
 *
 * @param reply with the beginning of the answer only, where that says that the call succeeded
 * @param rest what follows that beginning, from the envelope on; null where the reply has the whole answer
 */
record StreamedReply(Reply reply, InputStream rest) {

    /** How much of an answer is looked at before it is handed on; failures are shorter. */
    private static final int BEGINNING = 16 * 1024;

    /** How much is read of an answer that is longer and not a success; enough to say what it was. */
    private static final int LONGEST_FAILURE = 1024 * 1024;

    private static final String SUCCESS = "{\"success\":true,";

    /**
     * Blocks until the beginning is there.
     *
     * @param reader finds the envelope of a whole answer
     * @throws NoAnswerException when the connection failed
     */
    static StreamedReply of(StreamedAnswer answer, Function<HttpAnswer, Optional<Envelope>> reader) {
        try {
            byte[] beginning = answer.body().readNBytes(BEGINNING);
            if (beginning.length == BEGINNING) {
                int start = success(answer, beginning);
                if (start >= 0) {
                    Envelope envelope = new Envelope(start, true, null, null, null);
                    InputStream read = new ByteArrayInputStream(beginning, start, beginning.length - start);
                    return new StreamedReply(
                            new Reply(new HttpAnswer(answer.head(), beginning), envelope),
                            new SequenceInputStream(read, answer.body()));
                }
                beginning = joined(beginning, answer.body().readNBytes(LONGEST_FAILURE));
            }
            answer.close();
            HttpAnswer whole = new HttpAnswer(answer.head(), beginning);
            return new StreamedReply(new Reply(whole, reader.apply(whole).orElse(null)), null);
        } catch (IOException broken) {
            throw broken.getCause() instanceof NoAnswerException known
                    ? known
                    : new NoAnswerException(
                            "the answer could not be read (" + broken.getMessage() + ")",
                            NoAnswerException.Reason.LOST,
                            broken);
        }
    }

    private static int success(StreamedAnswer answer, byte[] beginning) {
        return answer.head().status() == 200 ? new String(beginning, StandardCharsets.ISO_8859_1).indexOf(SUCCESS) : -1;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
