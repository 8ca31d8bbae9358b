package io.github.camelvtiger.operation;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.http.FormFile;
import java.io.IOException;
import java.net.URLConnection;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** A file of a message with its name and content type, as the message says or as they can be guessed. */
final class SentFile {

    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private final String operation;

    /** @param operation that sends it, for failures */
    SentFile(String operation) {
        this.operation = operation;
    }

    /** The body, with what the headers say of it. */
    FormFile body(Exchange exchange) {
        Message message = exchange.getMessage();
        Object body = message.getBody();
        if (body == null) {
            throw invalid("The operation " + operation
                    + " needs a file as body: a GenericFile, File, Path, byte[], InputStream or text.");
        }
        String name = header(message, Exchange.FILE_NAME)
                .or(() -> FileBodies.name(body))
                .map(SentFile::lastSegment)
                .orElseThrow(() -> invalid("The operation " + operation + " needs the name of the file: set the header "
                        + Exchange.FILE_NAME + "."));
        String type = header(message, Exchange.CONTENT_TYPE)
                .filter(given -> !given.startsWith("multipart/"))
                .or(() -> header(message, Exchange.FILE_CONTENT_TYPE))
                .orElseGet(() -> guessed(name));
        return file(exchange, body, name, type);
    }

    /** One of several files, of which no header says anything. */
    FormFile value(Exchange exchange, String parameter, Object value) {
        String name = FileBodies.name(value).orElse(parameter.replaceAll("[\\[\\]]", ""));
        return file(exchange, value, name, guessed(name));
    }

    private FormFile file(Exchange exchange, Object value, String name, String type) {
        try {
            return new FormFile(name, new FileBodies(exchange).of(value, type));
        } catch (IOException unreadable) {
            throw new InvalidRecordException(
                    "The file " + name + " for the operation " + operation + " cannot be read: " + unreadable + ".",
                    FailureContext.of(operation, null, null),
                    unreadable);
        }
    }

    /** A consumer of files gives the path below its directory. */
    private static String lastSegment(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private static String guessed(String name) {
        String type = URLConnection.guessContentTypeFromName(name);
        return type == null ? UNKNOWN_TYPE : type;
    }

    /** What would end the line of a header is a value that another system chose. */
    private static Optional<String> header(Message message, String name) {
        return OperationContext.header(message, name).map(value -> value.replaceAll("\\p{Cntrl}", " "));
    }

    private InvalidRecordException invalid(String sentence) {
        return new InvalidRecordException(sentence, FailureContext.of(operation, null, null));
    }
}
