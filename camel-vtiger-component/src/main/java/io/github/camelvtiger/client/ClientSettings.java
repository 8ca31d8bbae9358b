package io.github.camelvtiger.client;

import java.net.URI;
import java.net.URISyntaxException;
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
 * @param maxAnswerSize how many bytes of one answer are collected in memory, uncompressed; never more than a sixteenth of
 *     the heap
 * @param maxRetryAfter how long a read waits at most when the server asks for it with {@code Retry-After}
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
        long maxAnswerSize,
        Duration maxRetryAfter,
        SSLContext sslContext,
        boolean hostnameVerification,
        Proxy proxy) {

    /** The server gives at most 100 records at once. */
    public static final long MAX_ANSWER_SIZE = 64L * 1024 * 1024;

    public static final Duration MAX_RETRY_AFTER = Duration.ofSeconds(60);

    private static final String SCRIPT = "/webservice.php";

    public ClientSettings(String url, String username, String accessKey) {
        this(
                url,
                username,
                accessKey,
                4,
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                0,
                4,
                MAX_ANSWER_SIZE,
                MAX_RETRY_AFTER,
                null,
                true,
                null);
    }

    /**
     * The full address of {@code webservice.php}, one for all ways to write the url.
     *
     * @throws IllegalArgumentException when the url is not an http or https address; it is not repeated, since a password may
     *     stand in it
     */
    public URI address() {
        try {
            URI given = new URI(url.strip());
            boolean web = "http".equalsIgnoreCase(given.getScheme()) || "https".equalsIgnoreCase(given.getScheme());
            if (!web || given.getHost() == null || given.getUserInfo() != null) {
                throw new URISyntaxException(url, "no http address");
            }
            String path = given.getPath() == null ? "" : given.getPath();
            String script = path.endsWith(SCRIPT) ? path : path.replaceFirst("/*$", "") + SCRIPT;
            return new URI(given.getScheme(), null, given.getHost(), given.getPort(), script, null, null);
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException("The option url must be the http or https address of a Vtiger, such as "
                    + "https://crm.example.com/ (without user name or password), and it is not.");
        }
    }

    /** The CRM's host and path, the same for all its users; throws as {@link #address()}. */
    public String crm() {
        URI address = address();
        String path = address.getPath();
        return address.getHost()
                + (address.getPort() < 0 ? "" : ":" + address.getPort())
                + path.substring(0, path.length() - SCRIPT.length()).replaceFirst("/+$", "");
    }

    /** Without the access key, and without what a url may say of a user: settings are logged. */
    @Override
    public String toString() {
        return "ClientSettings[url=" + url.replaceFirst("//[^/@]*@", "//") + ", username=" + username + ", maxSessions="
                + maxSessions + "]";
    }

    /** @param username null where the proxy asks for none */
    public record Proxy(String host, int port, String username, String password) {
        @Override
        public String toString() {
            return "Proxy[" + host + ":" + port + "]";
        }
    }
}
