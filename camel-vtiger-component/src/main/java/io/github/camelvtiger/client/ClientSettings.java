package io.github.camelvtiger.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;

/**
 * How to reach one Vtiger as one user.
 *
 * @param url base url with or without slash, or the full address of {@code webservice.php} or of the REST API: all mean the
 *     same
 * @param accessKey the user's access key (My Preferences in Vtiger), not the password; secret
 * @param protocol which of the CRM's two APIs is called
 * @param maxSessions how many requests may run at once: a session serves one at a time ({@code webservice.md §12})
 * @param connectTimeout for the connection to be made
 * @param responseTimeout without a byte of the answer
 * @param requestsPerMinute 0 means no limit but that of the server's headers
 * @param dailyReserve how many calls of the day are left to others, if the server's headers say how many there are
 * @param readAttempts how often a read is tried in all
 * @param maxAnswerSize how many bytes of one answer are collected in memory, uncompressed; never more than a sixteenth of
 *     the heap
 * @param maxRetryAfter how long a read waits at most when the server asks for it with {@code Retry-After}, and any call for
 *     its turn where the server's limit is used up
 * @param sslContext null for the JVM's own
 * @param proxy null for none
 */
public record ClientSettings(
        String url,
        String username,
        String accessKey,
        Protocol protocol,
        int maxSessions,
        Duration connectTimeout,
        Duration responseTimeout,
        int requestsPerMinute,
        int dailyReserve,
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

    private static final String REST = "/restapi/v1/vtiger/default";

    /** The APIs of a Vtiger. */
    public enum Protocol {
        /** Found out by the first call. */
        AUTO,
        /** {@code webservice.php} of open-source Vtiger ({@code webservice.md}). */
        WEBSERVICE,
        /** The REST API of Vtiger Cloud ({@code cloud-rest.md}). */
        REST
    }

    public ClientSettings(String url, String username, String accessKey) {
        this(
                url,
                username,
                accessKey,
                Protocol.AUTO,
                4,
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                0,
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
        return at(SCRIPT);
    }

    /** What the addresses of the REST API begin with, up to the operation ({@code cloud-rest.md §1}); throws as {@link #address()}. */
    public URI restAddress() {
        return at(REST + "/");
    }

    private URI at(String path) {
        try {
            URI given = new URI(url.strip());
            boolean web = "http".equalsIgnoreCase(given.getScheme()) || "https".equalsIgnoreCase(given.getScheme());
            if (!web || given.getHost() == null || given.getUserInfo() != null) {
                throw new URISyntaxException(url, "no http address");
            }
            return new URI(
                    given.getScheme(), null, given.getHost(), given.getPort(), directory(given) + path, null, null);
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException("The option url must be the http or https address of a Vtiger, such as "
                    + "https://crm.example.com/ (without user name or password), and it is not.");
        }
    }

    /** The path that the CRM has on its host, without a slash at its end. */
    private static String directory(URI given) {
        String path = given.getPath() == null ? "" : given.getPath().replaceFirst("/+$", "");
        for (String api : List.of(SCRIPT, REST)) {
            if (path.endsWith(api)) {
                return path.substring(0, path.length() - api.length()).replaceFirst("/+$", "");
            }
        }
        return path;
    }

    /** The CRM's host and path, the same for all its users; throws as {@link #address()}. */
    public String crm() {
        URI address = at("");
        return address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort()) + address.getPath();
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
