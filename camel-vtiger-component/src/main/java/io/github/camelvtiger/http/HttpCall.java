package io.github.camelvtiger.http;

import java.net.URI;

/**
 * One request.
 *
 * @param form the body as {@code application/x-www-form-urlencoded}; null for a GET
 */
public record HttpCall(URI uri, byte[] form) {

    /** Without the query string and the body: both carry the session. */
    @Override
    public String toString() {
        return (form == null ? "GET " : "POST ") + uri.getScheme() + "://" + uri.getAuthority() + uri.getPath();
    }
}
