package io.github.camelvtiger.routes.sync.table;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of tables and columns: in small letters, so that a query needs no quotes, and never two of one name. */
final class Names {

    /** PostgreSQL's limit is 63, MySQL's 64. */
    private static final int LONGEST = 60;

    private static final int HASH = 8;
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9_]");

    private Names() {}

    /**
     * The name of a field or a module. Where letters other than capitals have to be left out, or it is too long, a hash tells it from
     * others.
     */
    static String of(String given) {
        String small = given.toLowerCase(Locale.ROOT);
        String name = OTHER.matcher(small).replaceAll("_");
        if (name.equals(small) && name.length() <= LONGEST && !name.isEmpty()) {
            return name;
        }
        String kept = name.substring(0, Math.min(name.length(), LONGEST - HASH - 1));
        return kept + "_" + hash(given);
    }

    /** The name of what two names are about, such as a relation. */
    static String of(String first, String second) {
        return of(first.toLowerCase(Locale.ROOT) + "_" + second.replace(' ', '_'));
    }

    /** Another name for what would be called as something else is. */
    static String other(String given) {
        String name = of(given);
        return name.substring(0, Math.min(name.length(), LONGEST - HASH - 1)) + "_" + hash(given);
    }

    private static String hash(String given) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(given.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
