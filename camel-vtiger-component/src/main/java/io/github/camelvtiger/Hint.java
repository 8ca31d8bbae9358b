package io.github.camelvtiger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.client.RecordId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;

/**
 * What a message says about where something may have changed. Whatever says nothing that can be understood is a hint for everybody:
 * messages come from elsewhere, and a look too many costs a request.
 *
 * @param module the module's name; empty if it is not said
 * @param idPrefix the number with which the ids of the module begin; empty if it is not said
 */
record Hint(Optional<String> module, Optional<Integer> idPrefix) {

    private static final int LONGEST = 64 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    static Hint of(Exchange exchange) {
        Message message = exchange.getMessage();
        Optional<String> module = Optional.ofNullable(message.getHeader(VtigerConstants.MODULE))
                .filter(String.class::isInstance)
                .map(name -> ((String) name).strip())
                .filter(name -> !name.isEmpty());
        return new Hint(
                module, module.isPresent() ? Optional.empty() : id(message).map(RecordId::prefix));
    }

    private static Optional<RecordId> id(Message message) {
        Object header = message.getHeader(VtigerConstants.RECORD_ID);
        return header == null ? idOf(message) : id(header);
    }

    private static Optional<RecordId> id(Object value) {
        return value instanceof String text && RecordId.isOne(text.strip())
                ? Optional.of(RecordId.parse(text.strip()))
                : Optional.empty();
    }

    private static Optional<RecordId> idOf(Message message) {
        Object body = message.getBody();
        if (body instanceof Map<?, ?> record) {
            return id(record.get("id"));
        }
        boolean readable = body instanceof String
                || body instanceof byte[]
                || body instanceof InputStream
                || body instanceof StreamCache
                || body instanceof WrappedFile;
        return readable ? text(message).flatMap(Hint::idIn) : Optional.empty();
    }

    private static Optional<String> text(Message message) {
        try (InputStream stream = message.getBody(InputStream.class)) {
            if (stream == null) {
                return Optional.empty();
            }
            byte[] bytes = stream.readNBytes(LONGEST + 1);
            return bytes.length > LONGEST
                    ? Optional.empty()
                    : Optional.of(new String(bytes, StandardCharsets.UTF_8).strip());
        } catch (IOException | RuntimeCamelException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<RecordId> idIn(String text) {
        if (!text.startsWith("{")) {
            return id(text);
        }
        try {
            JsonNode id = JSON.readTree(text).path("id");
            return id(id.isTextual() ? id.textValue() : null);
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }

    /** @param prefix of the ids of the module; null if it is not known yet */
    boolean concerns(String name, Integer prefix) {
        return module.map(name::equalsIgnoreCase)
                .orElseGet(() -> prefix == null || idPrefix.map(prefix::equals).orElse(true));
    }
}
