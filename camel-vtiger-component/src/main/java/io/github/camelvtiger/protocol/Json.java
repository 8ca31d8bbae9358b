package io.github.camelvtiger.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** JSON as the wire has it: objects as Maps in order, arrays as Lists, decimals exact. */
final class Json {

    private final ObjectMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** @return null when the bytes from there on are not one JSON value */
    Object read(byte[] bytes, int from) {
        try {
            return mapper.readValue(bytes, from, bytes.length - from, Object.class);
        } catch (IOException notJson) {
            return null;
        }
    }

    String write(Object value) throws JsonProcessingException {
        return mapper.writeValueAsString(value);
    }
}
