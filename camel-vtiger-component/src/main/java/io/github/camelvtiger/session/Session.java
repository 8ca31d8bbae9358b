package io.github.camelvtiger.session;

import java.util.Map;

/**
 * A login at the server: serves one request at a time.
 *
 * @param name the secret that represents the login
 * @param user what the login reported of the user: {@code userId} and more ({@code webservice.md §3})
 */
public record Session(String name, Map<String, Object> user) {

    /** Without the name: it is as good as a password. */
    @Override
    public String toString() {
        return "Session[" + user.get("userId") + "]";
    }
}
