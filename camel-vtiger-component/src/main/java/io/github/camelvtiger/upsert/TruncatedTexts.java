package io.github.camelvtiger.upsert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Texts that the CRM has truncated: to send the same text again would have the same result. Only the exact pair of a sent and a
 * kept text counts, and only if the kept one is the beginning of the other, which another client's value is not; so no real change
 * is taken for one of these. The pairs are those of the last writes of this process; after a restart such a text is sent once more.
 */
public final class TruncatedTexts {

    private static final int MOST = 10_000;

    private final Map<Sent, String> pairs = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Sent, String> eldest) {
            return size() > MOST;
        }
    };

    private record Sent(String module, String field, String value) {}

    /** The CRM answered a write of the sent value with another one. */
    synchronized void learn(String module, String field, Object sent, Object answered) {
        String kept = Objects.toString(answered, "");
        if (!kept.isEmpty() && Objects.toString(sent, "").startsWith(kept)) {
            pairs.put(new Sent(module, field, digest(sent)), digest(answered));
        }
    }

    /** Whether a value that is stored is what the CRM keeps of the one that is to be sent. */
    synchronized boolean isKeptAs(String module, String field, Object sent, Object stored) {
        return digest(stored).equals(pairs.get(new Sent(module, field, digest(sent))));
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
