package io.github.camelvtiger.simulator.rest;

import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** HTTP Basic with user name and access key in every request: there are no sessions ({@code cloud-rest.md §1}). */
public final class BasicLogin {

    private static final String SCHEME = "Basic ";

    private final CrmStore store;

    public BasicLogin(CrmStore store) {
        this.store = store;
    }

    /**
     * @param header {@code Authorization}; null if there is none
     * @return empty if name and key are not those of a user
     */
    public Optional<CrmUser> user(String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        String[] parts = decoded(header.substring(SCHEME.length()).strip()).split(":", 2);
        return parts.length < 2
                ? Optional.empty()
                : store.user(parts[0])
                        .filter(user -> !user.inactive()
                                && !user.accessKey().isEmpty()
                                && user.accessKey().equals(parts[1]));
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
