package io.github.camelvtiger.routes.sync.message;

import io.github.camelvtiger.routes.Sentence;
import io.github.camelvtiger.routes.sync.rows.UnwritableRowException;
import jakarta.jms.MessageFormatException;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Which failures of an endpoint are about one message, so that others may pass. */
final class Refusals {

    private static final int TOO_LARGE = 413;

    /** Bad request, content too large, unprocessable content. Others are about the address, the user or the server. */
    private static final Set<Integer> OF_CONTENT = Set.of(400, TOO_LARGE, 422);

    private Refusals() {}

    /**
     * Why the endpoint does not take this message; empty if it is not about the message. What a server says of the content may depend on
     * what else it has, such as a customer that does not exist there yet, and pass.
     */
    static Optional<UnwritableRowException> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpOperationFailedException answer && OF_CONTENT.contains(answer.getStatusCode())) {
                return Optional.of(new UnwritableRowException(
                        "The server refuses it with the status " + answer.getStatusCode() + text(answer),
                        answer.getStatusCode() != TOO_LARGE));
            }
            if (cause instanceof RecordTooLargeException
                    || cause instanceof InvalidRecordException
                    || cause instanceof MessageFormatException) {
                return Optional.of(new UnwritableRowException(Sentence.of((Exception) cause)));
            }
        }
        return Optional.empty();
    }

    private static String text(HttpOperationFailedException answer) {
        String body = answer.getResponseBody();
        if (body == null || body.isBlank()) {
            return ".";
        }
        String line = body.strip().replaceAll("\\s+", " ");
        return ": " + line.substring(0, Math.min(line.length(), 200));
    }
}
