package io.github.camelvtiger;

import io.github.camelvtiger.client.ClientSettings;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.camel.util.ObjectHelper;

/** Turns the options of a connection into the settings of a client. */
final class ConnectionSettings {

    private ConnectionSettings() {}

    static ClientSettings of(VtigerConnection connection, SSLContext tls) {
        return new ClientSettings(
                connection.getUrl(),
                connection.getUsername(),
                connection.getAccessKey(),
                connection.getMaxSessions(),
                Duration.ofMillis(connection.getConnectTimeout()),
                Duration.ofMillis(connection.getResponseTimeout()),
                connection.getRequestsPerMinute(),
                connection.getReadAttempts(),
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

    /** @throws IllegalArgumentException naming the first option that a login needs and that nobody set */
    static void requireComplete(VtigerConnection connection) {
        require("url", connection.getUrl());
        require("username", connection.getUsername());
        require("accessKey", connection.getAccessKey());
    }

    private static void require(String option, String value) {
        if (ObjectHelper.isEmpty(value)) {
            throw new IllegalArgumentException("The option " + option + " is not set; set camel.component.vtiger."
                    + org.apache.camel.util.StringHelper.camelCaseToDash(option)
                    + " for all endpoints, or name a connection bean with the option connection.");
        }
    }
}
