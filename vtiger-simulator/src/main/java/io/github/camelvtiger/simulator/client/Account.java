package io.github.camelvtiger.simulator.client;

/**
 * A user by whom the checks call.
 *
 * @param accessKey his own of My Preferences
 */
public record Account(String username, String accessKey) {

    /** Without the access key. */
    @Override
    public String toString() {
        return username;
    }
}
