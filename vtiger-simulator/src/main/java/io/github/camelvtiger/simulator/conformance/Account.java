package io.github.camelvtiger.simulator.conformance;

/**
 * A user by whom the checks call.
 *
 * @param accessKey his own of My Preferences
 */
record Account(String username, String accessKey) {

    /** Without the access key. */
    @Override
    public String toString() {
        return username;
    }
}
