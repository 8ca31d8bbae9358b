package io.github.camelvtiger.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.RecordId;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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
        if (isText(body)) {
            String text = text(exchange, body);
            return text.isEmpty() ? null : structure(text);
        }
        return body instanceof JsonNode ? RecordJson.structure(body, operation) : body;
    }

    private Object streamed(Exchange exchange, Object body) {
        try {
            BodyStream stream = BodyStream.open(exchange, body);
            if (stream.first() != '[') {
                String text = stream.rest().strip();
                return text.isEmpty() ? null : structure(text);
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
            throw RecordJson.notJson(e, operation);
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
        if (!(value instanceof Map)) {
            if (value instanceof Number || value instanceof Boolean || value instanceof CharSequence) {
                throw invalid("The body '" + value
                        + "' is not a record; give a Map, JSON, or an object whose properties are fields.");
            }
            value = RecordJson.structure(value, operation);
        }
        if (!(value instanceof Map<?, ?> fields)) {
            throw invalid("The body is not a record but " + value + "; give a JSON object.");
        }
        Map<String, Object> record = new LinkedHashMap<>();
        fields.forEach((field, content) -> record.put(String.valueOf(field), content));
        return record;
    }

    /** The id in a header, else in the element: a Map's {@code id} or a text. */
    RecordId id(Optional<String> header, Object element) {
        return RecordId.parse(header.orElseGet(() -> idOf(element)));
    }

    private static void requireReadable(Object element) {
        if (element instanceof JsonElements.Unreadable unreadable) {
            throw unreadable.why();
        }
    }

    private String idOf(Object element) {
        requireReadable(element);
        Object id = element;
        if (element instanceof JsonNode tree) {
            id = RecordJson.structure(tree, operation);
        }
        if (id instanceof Map<?, ?> fields) {
            id = fields.get("id");
        }
        if (id == null) {
            throw invalid("The operation " + operation + " needs an id: set the header " + VtigerConstants.RECORD_ID
                    + ", or give a Map with id or the text of an id as body.");
        }
        return id.toString().strip();
    }

    private Object structure(String text) {
        return text.startsWith("{") || text.startsWith("[") ? RecordJson.parse(text, operation) : text;
    }

    static boolean isText(Object body) {
        return body instanceof CharSequence || body instanceof byte[] || BodyStream.isOne(body);
    }

    /** The text of a body; bytes are UTF-8 where the exchange names no other character set. */
    static String text(Exchange exchange, Object body) {
        if (body instanceof CharSequence || body instanceof Reader) {
            return exchange.getContext()
                    .getTypeConverter()
                    .convertTo(String.class, exchange, body)
                    .strip();
        }
        byte[] bytes = exchange.getContext().getTypeConverter().convertTo(byte[].class, exchange, body);
        return new String(bytes, charset(exchange)).strip();
    }

    static Charset charset(Exchange exchange) {
        String charset = exchange.getProperty(Exchange.CHARSET_NAME, String.class);
        return charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset);
    }

    private InvalidRecordException invalid(String message) {
        return new InvalidRecordException(message, FailureContext.of(operation, null, null));
    }
}
