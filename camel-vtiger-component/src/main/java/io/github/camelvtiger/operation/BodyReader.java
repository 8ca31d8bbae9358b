package io.github.camelvtiger.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.RecordId;
import java.io.File;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;

/** Reads what a message brings: one record, one id, or a batch of either. */
final class BodyReader {

    private final String operation;

    /** @param operation for the messages of errors */
    BodyReader(String operation) {
        this.operation = operation;
    }

    /** The body as Map, List, Iterator or text; JSON trees and text that begins as JSON are read. Null when empty. */
    Object read(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (isText(body)) {
            String text = text(exchange, body);
            return text.isEmpty() ? null : structure(text);
        }
        return body instanceof JsonNode ? RecordJson.structure(body, operation) : body;
    }

    /** The elements when the body is a List, another collection, an Iterator or an array. */
    Optional<Iterator<?>> batch(Object body) {
        if (body instanceof Collection<?> collection) {
            return Optional.of(collection.iterator());
        }
        if (body instanceof Object[] array) {
            return Optional.of(Arrays.asList(array).iterator());
        }
        return body instanceof Iterator<?> iterator ? Optional.of(iterator) : Optional.empty();
    }

    /** @param element Map, JSON tree, JSON text or a POJO; a new Map comes out */
    Map<String, Object> record(Object element) {
        if (element == null) {
            throw invalid(
                    "There is no record in the body; give a Map, JSON, or an object whose properties are fields.");
        }
        Object value = element instanceof CharSequence text ? RecordJson.parse(text.toString(), operation) : element;
        if (!(value instanceof Map)) {
            if (value instanceof Number || value instanceof Boolean || value instanceof CharSequence) {
                throw invalid("The body '" + value
                        + "' is no record; give a Map, JSON, or an object whose properties are fields.");
            }
            value = RecordJson.structure(value, operation);
        }
        if (!(value instanceof Map<?, ?> fields)) {
            throw invalid("The body is no record but " + value + "; a JSON object is wanted.");
        }
        Map<String, Object> record = new LinkedHashMap<>();
        fields.forEach((field, content) -> record.put(String.valueOf(field), content));
        return record;
    }

    /** The id in a header, else in the element: a Map's {@code id} or a text. */
    RecordId id(Optional<String> header, Object element) {
        return RecordId.parse(header.orElseGet(() -> idOf(element)));
    }

    private String idOf(Object element) {
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
        return body instanceof CharSequence
                || body instanceof byte[]
                || body instanceof InputStream
                || body instanceof Reader
                || body instanceof StreamCache
                || body instanceof WrappedFile
                || body instanceof File;
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
        String charset = exchange.getProperty(Exchange.CHARSET_NAME, String.class);
        return new String(bytes, charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset)).strip();
    }

    private InvalidRecordException invalid(String message) {
        return new InvalidRecordException(message, FailureContext.of(operation, null, null));
    }
}
