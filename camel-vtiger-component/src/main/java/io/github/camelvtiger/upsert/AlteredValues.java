package io.github.camelvtiger.upsert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What the CRM has made of values that it does not keep as they are sent, such as a text that is longer than its field: to send
 * the same value again would have the same result. Only the exact pair of a sent and a kept value counts, so no real change is
 * taken for one of these. The pairs are those of the last writes of this process; after a restart such a value is sent once more.
 */
public final class AlteredValues {

    private static final int MOST = 10_000;

    private final Map<Sent, String> kept = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Sent, String> eldest) {
            return size() > MOST;
        }
    };

    private record Sent(String module, String field, String value) {}

    /** The CRM answered a write of the sent value with the kept one. */
    synchronized void learn(String module, String field, Object sent, Object answered) {
        kept.put(new Sent(module, field, digest(sent)), digest(answered));
    }

    /** Whether a value that is stored is what the CRM makes of the one that is to be sent. */
    synchronized boolean isKeptAs(String module, String field, Object sent, Object stored) {
        return digest(stored).equals(kept.get(new Sent(module, field, digest(sent))));
    }

    /** Texts may have megabytes. */
    private static String digest(Object value) {
        try {
            byte[] text = Objects.toString(value, "").getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
