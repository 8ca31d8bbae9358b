package io.github.camelvtiger.changes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Distinguishes two states of a record: 128 bits over all fields except {@code modifiedby}, which depends on the row's
 * place in the page when that user is inactive ({@code change-feed.md §1}). Independent of the order of the fields, of how
 * a release answers a NULL ({@code releases.md §2}), and of what other texts are in the same answer ({@link DecodedText}).
 */
final class StateHash {

    /** Counts the rules by which states are hashed; hashes of another rule are not to be compared with. */
    static final int RULE = 2;

    private static final int BYTES = 16;
    private static final String UNSTABLE = "modifiedby";

    private StateHash() {}

    /** In hexadecimal digits. */
    static String of(Map<String, Object> fields) {
        return HexFormat.of().formatHex(bytes(fields));
    }

    /** As it was before the texts were decoded: deliveries that an earlier release of this component noted have it. */
    static String ofFirstRule(Map<String, Object> fields) {
        return HexFormat.of().formatHex(bytes(fields, value -> value == null ? null : value.toString()));
    }

    /** Whether a field says something of the record alone. */
    static boolean isStable(String field) {
        return !UNSTABLE.equals(field);
    }

    static byte[] bytes(Map<String, Object> fields) {
        return bytes(fields, StateHash::text);
    }

    private static byte[] bytes(Map<String, Object> fields, Function<Object, String> text) {
        MessageDigest digest = sha256();
        new TreeMap<>(fields).forEach((name, value) -> {
            if (isStable(name)) {
                add(digest, name);
                add(digest, text.apply(value));
            }
        });
        return Arrays.copyOf(digest.digest(), BYTES);
    }

    /** NULL is empty, also within line items. */
    private static String text(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Map<?, ?> fields) {
            return fields.entrySet().stream()
                    .map(field -> field.getKey() + "=" + text(field.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(StateHash::text).collect(Collectors.joining(", ", "[", "]"));
        }
        return DecodedText.of(value.toString());
    }

    /** With its length in front, so that no two lists of texts look alike. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(text == null ? -1 : bytes.length)
                .flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256, which every Java must have.", e);
        }
    }
}
