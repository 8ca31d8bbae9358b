package io.github.camelvtiger;

import io.github.camelvtiger.client.ClientSettings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.apache.camel.util.ObjectHelper;
import org.apache.camel.util.StringHelper;

/** Turns the options of a connection into the settings of a client. */
final class ClientSettingsFactory {

    private static final int SMALLEST_ANSWER = 1024;
    private static final int LARGEST_PORT = 65_535;

    private ClientSettingsFactory() {}

    static ClientSettings of(VtigerConnection connection, SSLContext tls) {
        return new ClientSettings(
                connection.getUrl(),
                connection.getUsername(),
                connection.getAccessKey(),
                ClientSettings.Protocol.valueOf(connection.getProtocol().name()),
                connection.getMaxSessions(),
                Duration.ofMillis(connection.getConnectTimeout()),
                Duration.ofMillis(connection.getResponseTimeout()),
                connection.getRequestsPerMinute(),
                connection.getDailyReserve(),
                connection.getReadAttempts(),
                connection.getMaxAnswerSize(),
                Duration.ofMillis(connection.getMaxRetryAfter()),
                tls,
                connection.isHostnameVerification(),
                proxy(connection));
    }

    private static ClientSettings.Proxy proxy(VtigerConnection connection) {
        return connection.getProxyHost() == null
                ? null
                : new ClientSettings.Proxy(
                        connection.getProxyHost(),
                        connection.getProxyPort(),
                        connection.getProxyAuthUsername(),
                        connection.getProxyAuthPassword());
    }

    /** @throws IllegalArgumentException naming an option that does not fit, its value and what is allowed */
    private static void requireSizes(VtigerConnection connection) {
        long size = connection.getMaxAnswerSize();
        if (size < SMALLEST_ANSWER || size > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "The option maxAnswerSize is " + size + "; it is a number of bytes and must lie between "
                            + SMALLEST_ANSWER + " (a login needs as much) and " + Integer.MAX_VALUE + ".");
        }
        if (connection.getProxyPort() < 1 || connection.getProxyPort() > LARGEST_PORT) {
            throw new IllegalArgumentException("The option proxyPort is " + connection.getProxyPort()
                    + "; it must lie between 1 and " + LARGEST_PORT + ".");
        }
        if (connection.getRequestsPerMinute() < 0) {
            throw new IllegalArgumentException("The option requestsPerMinute is " + connection.getRequestsPerMinute()
                    + "; it must be 0, which means no limit, or more.");
        }
        if (connection.getDailyReserve() < 0) {
            throw new IllegalArgumentException("The option dailyReserve is " + connection.getDailyReserve()
                    + "; it is a number of calls and must be 0 or more.");
        }
        if (connection.getMaxRetryAfter() < 0) {
            throw new IllegalArgumentException("The option maxRetryAfter is " + connection.getMaxRetryAfter()
                    + "; it must be 0 or more, in milliseconds or written as 60s.");
        }
    }

    /** @throws IllegalArgumentException naming an option without which, or with whose value, no client can be made */
    static void require(VtigerConnection connection) {
        requireComplete(connection);
        requireSizes(connection);
        requireTimeouts(connection);
    }

    /** @throws IllegalArgumentException naming the options that a login needs and that are not set */
    private static void requireComplete(VtigerConnection connection) {
        if (connection.refusal() != null) {
            throw new IllegalArgumentException(connection.refusal());
        }
        Map<String, String> needed = new LinkedHashMap<>();
        needed.put("url", connection.getUrl());
        needed.put("username", connection.getUsername());
        needed.put("accessKey", connection.getAccessKey());
        needed.values().removeIf(ObjectHelper::isNotEmpty);
        if (!needed.isEmpty()) {
            String properties = needed.keySet().stream()
                    .map(option -> "camel.component.vtiger." + StringHelper.camelCaseToDash(option))
                    .collect(Collectors.joining(", "));
            throw new IllegalArgumentException("Not set for the connection to Vtiger: "
                    + String.join(", ", needed.keySet()) + "; set " + properties
                    + " for all endpoints, or let the option connection name a bean that has all of them.");
        }
    }

    /**
     * @throws IllegalArgumentException naming an option whose value would leave every call without a chance, or without an end
     */
    private static void requireTimeouts(VtigerConnection connection) {
        requireTimeout("connectTimeout", connection.getConnectTimeout());
        requireTimeout("responseTimeout", connection.getResponseTimeout());
        if (connection.getReadAttempts() < 1) {
            throw new IllegalArgumentException("The option readAttempts is " + connection.getReadAttempts()
                    + "; it must be 1 or more, where 1 means that a read is not repeated.");
        }
    }

    private static void requireTimeout(String option, long milliseconds) {
        if (milliseconds <= 0) {
            throw new IllegalArgumentException("The option " + option + " is " + milliseconds
                    + "; it must be more than 0, in milliseconds or written as 30s.");
        }
    }
}
