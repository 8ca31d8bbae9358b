package io.github.camelvtiger.routes.sync.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** What tells two states of a record apart. */
final class StateHash {

    private static final JsonMapper JSON = JsonMapper.builder()
            .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
            .build();

    private StateHash() {}

    /** Of values as JSON has them, whatever the order of their names; in 64 characters. */
    static String of(Map<String, ?> values) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(JSON.writeValueAsBytes(values)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A record has a value that JSON does not have.", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
