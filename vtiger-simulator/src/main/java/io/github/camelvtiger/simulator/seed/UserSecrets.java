package io.github.camelvtiger.simulator.seed;

import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import java.util.Map;
import java.util.Random;

/** What the table of users holds besides what they may know: release 8.0.0 gives it out ({@code webservice.md §5}). */
public final class UserSecrets {

    private static final String BCRYPT = "$2y$10$";
    private static final int BCRYPT_LENGTH = 53;
    private static final String BCRYPT_LETTERS = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private UserSecrets() {}

    /** Writes each user's access key, and the hash of an unknown password. */
    public static void write(CrmStore store, Random random) {
        for (CrmUser user : store.users()) {
            String hash = hash(random);
            Map<String, String> secrets =
                    Map.of("accesskey", user.accessKey(), "user_password", hash, "confirm_password", hash);
            store.table("Users").change(user.number(), row -> row.with(secrets));
        }
    }

    private static String hash(Random random) {
        StringBuilder hash = new StringBuilder(BCRYPT);
        random.ints(BCRYPT_LENGTH, 0, BCRYPT_LETTERS.length())
                .forEach(letter -> hash.append(BCRYPT_LETTERS.charAt(letter)));
        return hash.toString();
    }
}
