package io.github.camelvtiger.simulator.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What a recorded request says in place of a secret: <code>${name}</code> for a value kept from an earlier answer,
 * <code>${md5:token+user}</code> for what proves the user's key with that token.
 */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(?:md5:(\\w+)\\+(\\w+)|(\\w+))}");

    private final Map<String, String> kept = new HashMap<>();
    private final UnaryOperator<String> accessKey;

    /** @param accessKey by user name */
    Placeholders(UnaryOperator<String> accessKey) {
        this.accessKey = accessKey;
    }

    void keep(String name, String value) {
        kept.put(name, value);
    }

    /** @param names JSON pointer into the answer by name */
    void keep(JsonNode names, JsonNode answer) {
        names.properties()
                .forEach(name -> keep(
                        name.getKey(), answer.at(name.getValue().textValue()).asText()));
    }

    String filled(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> found.group(3) == null
                        ? md5(value(found.group(1)) + accessKey.apply(found.group(2)))
                        : value(found.group(3)));
    }

    private String value(String name) {
        String value = kept.get(name);
        if (value == null) {
            throw new IllegalStateException("no answer before this one gave a value named " + name);
        }
        return value;
    }

    static String md5(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
