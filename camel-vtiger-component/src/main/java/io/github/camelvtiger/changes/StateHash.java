package io.github.camelvtiger.changes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells two states of a record apart: 128 bits over all fields except {@code modifiedby}, which depends on the row's
 * place in the page when that user is inactive ({@code change-feed.md §1}). Independent of the order of the fields.
 */
final class StateHash {

    private static final int BYTES = 16;
    private static final String UNSTABLE = "modifiedby";

    private StateHash() {}

    /** In hexadecimal digits. */
    static String of(Map<String, Object> fields) {
        return HexFormat.of().formatHex(bytes(fields));
    }

    /** Whether a field says something of the record alone. */
    static boolean isStable(String field) {
        return !UNSTABLE.equals(field);
    }

    static byte[] bytes(Map<String, Object> fields) {
        MessageDigest digest = sha256();
        new TreeMap<>(fields).forEach((name, value) -> {
            if (isStable(name)) {
                add(digest, name);
                add(digest, value == null ? null : value.toString());
            }
        });
        return Arrays.copyOf(digest.digest(), BYTES);
    }

    /** With its length in front, so that no two lists of texts look alike; -1 for null, which is not the empty text. */
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
