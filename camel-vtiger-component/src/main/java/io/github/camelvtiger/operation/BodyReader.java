package io.github.camelvtiger.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.BaseStream;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/** Reads what a message brings: one record, one id, or a batch of either. */
final class BodyReader {

    private final String operation;

    /** @param operation for the messages of errors */
    BodyReader(String operation) {
        this.operation = operation;
    }

    /** For the messages of errors. */
    String operation() {
        return operation;
    }

    /**
     * The body as Map, List, Iterator or text; JSON trees and text that begins as JSON are read. A JSON array that comes
     * as a stream or file is an Iterator, read while its records are written. Null when empty.
     */
    Object read(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (BodyStream.isOne(body)) {
            return streamed(exchange, body);
        }
        if (BodyText.isOne(body)) {
            return structure(BodyText.of(exchange, body, operation));
        }
        return body instanceof JsonNode ? RecordJson.structure(body, operation) : body;
    }

    private Object streamed(Exchange exchange, Object body) {
        try {
            BodyStream stream = BodyStream.open(exchange, body);
            if (stream.first() != '[') {
                return structure(stream.rest());
            }
            JsonElements elements = new JsonElements(stream.reader(), operation);
            exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
                @Override
                public void onDone(Exchange done) {
                    elements.close();
                }
            });
            return elements;
        } catch (IOException e) {
            throw RecordJson.unreadable(e, operation);
        }
    }

    /** The elements when the body is a List, another collection, an Iterator, a Stream or an array. */
    Optional<Iterator<?>> batch(Object body) {
        if (body instanceof Collection<?> collection) {
            return Optional.of(collection.iterator());
        }
        if (body instanceof Object[] array) {
            return Optional.of(Arrays.asList(array).iterator());
        }
        if (body instanceof BaseStream<?, ?> stream) {
            return Optional.of(stream.iterator());
        }
        return body instanceof Iterator<?> iterator ? Optional.of(iterator) : Optional.empty();
    }

    /** @param element Map, JSON tree, JSON text or a POJO; a new Map comes out */
    Map<String, Object> record(Object element) {
        requireReadable(element);
        if (element == null) {
            throw invalid(
                    "There is no record in the body; give a Map, JSON, or an object whose properties are fields.");
        }
        Object value = element instanceof CharSequence text ? RecordJson.parse(text.toString(), operation) : element;
        if (value != null && !(value instanceof Map)) {
            if (value instanceof Number || value instanceof Boolean || value instanceof CharSequence) {
                throw invalid("The body '" + value
                        + "' is not a record; give a Map, JSON, or an object whose properties are fields.");
            }
            value = RecordJson.structure(value, operation);
        }
        if (!(value instanceof Map<?, ?> fields)) {
            throw invalid("The body is not a record but "
                    + (value == null ? "null" : "of type " + value.getClass().getSimpleName())
                    + "; give a JSON object.");
        }
        Map<String, Object> record = new LinkedHashMap<>();
        fields.forEach((field, content) -> record.put(
                String.valueOf(field),
                content instanceof JsonNode tree ? RecordJson.structure(tree, operation) : content));
        return record;
    }

    private static void requireReadable(Object element) {
        if (element instanceof JsonElements.Unreadable unreadable) {
            throw unreadable.why();
        }
    }

    /** JSON is read; of another text, such as an id, nothing is changed but its last line break. */
    private Object structure(String text) {
        String content = BodyText.content(text);
        if (content.isEmpty()) {
            return null;
        }
        return content.startsWith("{") || content.startsWith("[")
                ? RecordJson.parse(content, operation)
                : BodyText.withoutLineBreak(text);
    }

    private InvalidRecordException invalid(String message) {
        return new InvalidRecordException(message, FailureContext.of(operation, null, null));
    }
}
