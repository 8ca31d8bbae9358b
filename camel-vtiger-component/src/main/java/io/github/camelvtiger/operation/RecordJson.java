package io.github.camelvtiger.operation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.VtigerRecord;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashMap;
import org.apache.camel.Exchange;

/** Between records and the forms a message body can have: JSON text, JSON trees, POJOs. */
public final class RecordJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // A POJO names the fields it wants; a record has many more.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // What a POJO does not know must not be cleared in the CRM, as a null would do (webservice.md §5).
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            // 0.0000001 and not 1E-7, which many programs do not read.
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .addModule(new TextValuesModule())
            .build();

    private static final ObjectMapper POJOS = MAPPER.copy().registerModule(new PojoModule());

    /** A name that comes twice in one object is refused: which of its values was meant nobody can say. */
    private static final ObjectReader BODIES =
            MAPPER.readerFor(Object.class).with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

    /** Reads one value of several. */
    static final ObjectReader ELEMENTS = BODIES.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private RecordJson() {}

    /**
     * @return Map, List, String, Number, Boolean or null
     * @throws InvalidRecordException with line and column when the text is not JSON
     */
    static Object parse(String text, String operation) {
        try {
            return BODIES.readValue(text);
        } catch (JsonProcessingException e) {
            throw unreadable(e, operation);
        }
    }

    /** @param failure of reading the body: it is not JSON, or not of its encoding, or its source failed */
    static InvalidRecordException unreadable(IOException failure, String operation) {
        if (failure instanceof JsonProcessingException malformed) {
            return notJson(reason(malformed), malformed.getLocation(), operation);
        }
        String why = failure instanceof CharacterCodingException
                ? "its bytes are not valid in its encoding; send UTF-8, or name the encoding in the exchange property "
                        + Exchange.CHARSET_NAME
                : firstLine(String.valueOf(failure.getMessage()));
        return new InvalidRecordException(
                "The body cannot be read: " + why + ".", FailureContext.of(operation, null, null), failure);
    }

    /** @param where null where it is not known */
    static InvalidRecordException notJson(String why, JsonLocation where, String operation) {
        String place = where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr();
        return new InvalidRecordException(
                "The body is not JSON" + place + ": " + why + ".", FailureContext.of(operation, null, null));
    }

    private static String reason(JsonProcessingException malformed) {
        String message = firstLine(malformed.getOriginalMessage());
        return message.startsWith("Trailing token") ? "more text follows its first value" : message;
    }

    /** Without the advice to set an option of Jackson, which the reader cannot. */
    private static String firstLine(String message) {
        return message.lines()
                .findFirst()
                .orElse("")
                .replaceFirst(" \\(to avoid exception, .*?\\)", "")
                .strip();
    }

    /** A JSON tree or a POJO as Maps, Lists and plain values. */
    static Object structure(Object treeOrPojo, String operation) {
        try {
            return treeOrPojo instanceof JsonNode tree
                    ? MAPPER.treeToValue(tree, Object.class)
                    : POJOS.convertValue(treeOrPojo, LinkedHashMap.class);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            // What Jackson says of a list or a single value names its own types only.
            String why = e.getCause() instanceof MismatchedInputException ? "" : ": " + firstLine(e.getMessage());
            throw new InvalidRecordException(
                    "The body of type " + treeOrPojo.getClass().getName() + " is not a record" + why
                            + "; give a Map, JSON, or an object whose properties are fields.",
                    FailureContext.of(operation, null, null));
        }
    }

    /** The id of the record in a server's answer; null if there is none. */
    static String idIn(byte[] envelope) {
        try {
            return MAPPER.readTree(envelope).path("result").path("id").asText(null);
        } catch (IOException notJson) {
            return null;
        }
    }

    /** @param record or a list of records */
    public static byte[] bytes(Object record) {
        try {
            return MAPPER.writeValueAsBytes(record);
        } catch (JsonProcessingException e) {
            throw new InvalidRecordException(
                    "The record cannot be written as JSON: " + firstLine(e.getOriginalMessage()) + ".",
                    FailureContext.NONE);
        }
    }

    /** @param record or a list of records */
    public static JsonNode tree(Object record) {
        return MAPPER.valueToTree(record);
    }

    /** @throws IOException if the bytes are not JSON */
    public static JsonNode read(byte[] json) throws IOException {
        return MAPPER.readTree(json);
    }

    /** @throws IllegalArgumentException when the values do not fit the type's properties */
    public static <T> T pojo(VtigerRecord record, Class<T> type) {
        return MAPPER.convertValue(record, type);
    }
}
