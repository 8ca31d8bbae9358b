package io.github.camelvtiger.http;

import java.util.Locale;
import java.util.Optional;

/** The methods that a Vtiger or a proxy before it may take. */
public enum HttpMethod {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE;

    /** By its name in any case; empty for any other text and for null. */
    public static Optional<HttpMethod> named(String name) {
        for (HttpMethod method : values()) {
            if (name != null && method.name().equals(name.strip().toUpperCase(Locale.ROOT))) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }
}
