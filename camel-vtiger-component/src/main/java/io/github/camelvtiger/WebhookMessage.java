package io.github.camelvtiger;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.client.RecordId;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * What a webhook sent: names and values, from a form or from JSON. Which names they have is up to the administrator who wrote the
 * workflow, so the record and its module are looked for under the usual ones.
 */
record WebhookMessage(Map<String, Object> fields) {

    static final int LONGEST = 1024 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};

    /** @throws WebhookRefusal with the status of HTTP, if it cannot be read */
    static WebhookMessage of(Message message) {
        Long length = message.getHeader(Exchange.CONTENT_LENGTH, Long.class);
        if (length != null && length > LONGEST) {
            throw new WebhookRefusal(413, "it is larger than 1 MB");
        }
        if (message.getBody() instanceof Map<?, ?> form) {
            Map<String, Object> fields = new LinkedHashMap<>();
            form.forEach((name, value) -> fields.put(String.valueOf(name), value));
            return new WebhookMessage(fields);
        }
        String text = text(message);
        String type = String.valueOf(message.getHeader(Exchange.CONTENT_TYPE)).toLowerCase(Locale.ROOT);
        return new WebhookMessage(
                text.stripLeading().startsWith("{") || type.contains("json") ? json(text) : form(text));
    }

    private static String text(Message message) {
        try (InputStream body = message.getBody(InputStream.class)) {
            byte[] bytes = body == null ? new byte[0] : body.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new WebhookRefusal(413, "it is larger than 1 MB");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException cut) {
            throw new WebhookRefusal(400, "it could not be read to its end");
        }
    }

    private static Map<String, Object> json(String text) {
        try {
            Map<String, Object> fields = JSON.readValue(text, OBJECT);
            if (fields == null) {
                throw new WebhookRefusal(400, "it is not a JSON object");
            }
            return fields;
        } catch (IOException noObject) {
            throw new WebhookRefusal(400, "it is not a JSON object");
        }
    }

    private static Map<String, Object> form(String text) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String pair : text.strip().split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new WebhookRefusal(400, "it is not a form");
        }
    }

    /** The fields of the record: those that {@code record} holds, or all. */
    Map<String, Object> record() {
        if (fields.get("record") instanceof Map<?, ?> nested) {
            Map<String, Object> record = new LinkedHashMap<>();
            nested.forEach((name, value) -> record.put(String.valueOf(name), value));
            return record;
        }
        return fields;
    }

    /** As it was sent: {@code 12x34}, or the number alone. */
    String id() {
        Object id = record().get("id");
        Object value = id == null ? fields.get("record") : id;
        String text = value == null ? "" : String.valueOf(value).strip();
        if (!RecordId.isOne(text) && !text.matches("[1-9][0-9]{0,17}")) {
            throw new WebhookRefusal(400, "neither id nor record holds the id of a record");
        }
        return text;
    }

    Optional<String> module() {
        return text("module");
    }

    /** What happened, where the administrator has it sent. */
    Optional<VtigerEvent> event() {
        return text("event").flatMap(name -> {
            try {
                return VtigerEvent.parse(name).stream().findFirst();
            } catch (IllegalArgumentException other) {
                return Optional.empty();
            }
        });
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(fields.get(name))
                .filter(String.class::isInstance)
                .map(value -> ((String) value).strip())
                .filter(value -> !value.isEmpty());
    }
}
