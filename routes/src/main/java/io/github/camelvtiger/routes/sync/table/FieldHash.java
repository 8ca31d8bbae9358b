package io.github.camelvtiger.routes.sync.table;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What is kept of a value that is not to be known: the same for the same value, so that rows can be joined by it, and not to be found
 * out by trying values, since it depends on a key that is not in the tables.
 */
final class FieldHash {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    FieldHash(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** In 64 characters. */
    String of(String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM + ".", e);
        }
    }
}
