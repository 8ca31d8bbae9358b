package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.rows.Row;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What the records that a run creates carry in their field {@code source}: always the same for a row of the same bytes, and
 * for no other row. The CRM keeps it in upper case and at most 100 characters long ({@code change-feed.md §6}).
 */
final class Marks {

    /** RFC 4648. */
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final String sync;
    private final String source;

    /** @param source SHA-256 of what is read */
    Marks(String sync, String source) {
        this.sync = sync;
        this.source = source;
    }

    String of(Row row) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((sync + '\n' + source + '\n' + row.number()).getBytes(StandardCharsets.UTF_8));
            return "S-" + base32(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private static String base32(byte[] hash) {
        StringBuilder text = new StringBuilder();
        for (int digit :
                new BigInteger(1, hash).toString(BASE32.length()).chars().toArray()) {
            text.append(BASE32.charAt(Character.digit(digit, BASE32.length())));
        }
        return text.toString();
    }
}
