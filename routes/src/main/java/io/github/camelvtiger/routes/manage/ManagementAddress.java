package io.github.camelvtiger.routes.manage;

import io.github.camelvtiger.routes.settings.SettingsSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the management port is, by the settings {@code camel.management.*}, which are Camel's own.
 *
 * @param authenticated whether it asks for a user and a password or a token
 */
record ManagementAddress(String host, int port, boolean authenticated) {

    static final String HOST = "127.0.0.1";

    /** That of Camel, were there no web server. */
    static final int PORT = 9876;

    private static final String PREFIX = "camel.management.";

    /**
     * @return empty if there is no management port
     * @throws IllegalArgumentException if the port is not a number
     */
    static Optional<ManagementAddress> of(SettingsSource settings) {
        if (!isOn(settings, "enabled", true)) {
            return Optional.empty();
        }
        return Optional.of(new ManagementAddress(
                value(settings, "host").orElse(HOST),
                port(settings),
                isOn(settings, "authentication-enabled", false)
                        && (value(settings, "basic-properties-file").isPresent()
                                || value(settings, "jwt-keystore-path").isPresent())));
    }

    private static int port(SettingsSource settings) {
        Optional<String> value = value(settings, "port");
        if (value.isEmpty()) {
            return PORT;
        }
        String port = value.get();
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new IllegalArgumentException("The setting " + PREFIX + "port is '" + port
                    + "', which is not a port; write a number up to 65535.");
        }
        return Integer.parseInt(port);
    }

    private static boolean isOn(SettingsSource settings, String name, boolean otherwise) {
        return value(settings, name).map(Boolean::parseBoolean).orElse(otherwise);
    }

    /** Camel takes {@code authentication-enabled}, {@code authenticationEnabled} and {@code CAMEL_MANAGEMENT_AUTHENTICATION_ENABLED}. */
    private static Optional<String> value(SettingsSource settings, String name) {
        String wanted = plain(PREFIX + name);
        return settings.names().stream()
                .filter(given -> plain(given).equals(wanted))
                .findFirst()
                .flatMap(settings::value)
                .or(() -> settings.value(PREFIX + name))
                .filter(value -> !value.isEmpty());
    }

    private static String plain(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }

    /** Why it must not be opened; empty if it may. */
    Optional<String> fault() {
        return authenticated || isForThisHost()
                ? Optional.empty()
                : Optional.of("The setting camel.management.host is '" + host + "', which other hosts reach: set"
                        + " camel.management.authentication-enabled=true and camel.management.basic-properties-file, or leave it at "
                        + HOST + ".");
    }

    private boolean isForThisHost() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Why no server can have it, as far as is known before one tries; empty if one can. */
    Optional<String> taken() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.getMessage());
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
