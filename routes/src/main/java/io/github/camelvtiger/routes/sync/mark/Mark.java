package io.github.camelvtiger.routes.sync.mark;

import io.github.camelvtiger.client.ModuleDescription;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;

/**
 * What a created record carries in its field {@code source}: always the same for the same cause, and for no other one. The
 * CRM keeps it in upper case and at most 100 characters long ({@code change-feed.md §6}).
 */
public final class Mark {

    public static final String FIELD = "source";

    /** RFC 4648. */
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** They take a source, but no query finds it ({@code change-feed.md §6}). */
    private static final Set<String> WITHOUT = Set.of("Emails");

    private Mark() {}

    /** Whether the records of a module can carry one. */
    public static boolean isTakenBy(ModuleDescription module) {
        return module.field(FIELD).isPresent() && !WITHOUT.contains(module.name());
    }

    /** @param cause what together causes one create, and no other one */
    public static String of(String... cause) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", cause).getBytes(StandardCharsets.UTF_8));
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
