package io.github.camelvtiger.client;

import java.time.Duration;
import javax.net.ssl.SSLContext;

/**
 * How to reach one Vtiger as one user.
 *
 * @param url base url with or without slash, or the full address of {@code webservice.php}: all mean the same
 * @param accessKey the user's access key (My Preferences in Vtiger), not the password; secret
 * @param maxSessions how many requests may run at once: a session serves one at a time ({@code webservice.md §12})
 * @param connectTimeout for the connection to be made
 * @param responseTimeout without a byte of the answer
 * @param requestsPerMinute 0 means no limit
 * @param readAttempts how often a read is tried in all
 * @param sslContext null for the JVM's own
 * @param proxy null for none
 */
public record ClientSettings(
        String url,
        String username,
        String accessKey,
        int maxSessions,
        Duration connectTimeout,
        Duration responseTimeout,
        int requestsPerMinute,
        int readAttempts,
        SSLContext sslContext,
        boolean hostnameVerification,
        Proxy proxy) {

    public ClientSettings(String url, String username, String accessKey) {
        this(url, username, accessKey, 4, Duration.ofSeconds(10), Duration.ofSeconds(60), 0, 4, null, true, null);
    }

    /** Without the access key: settings are logged. */
    @Override
    public String toString() {
        return "ClientSettings[url=" + url + ", username=" + username + ", maxSessions=" + maxSessions + "]";
    }

    /** @param username null where the proxy asks for none */
    public record Proxy(String host, int port, String username, String password) {
        @Override
        public String toString() {
            return "Proxy[" + host + ":" + port + "]";
        }
    }
}
