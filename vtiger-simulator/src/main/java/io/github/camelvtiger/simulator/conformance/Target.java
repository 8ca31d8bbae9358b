package io.github.camelvtiger.simulator.conformance;

/**
 * The server that is checked and the user who calls it.
 *
 * @param url without {@code webservice.php}, with a slash at its end
 * @param accessKey the user's own of My Preferences
 */
record Target(String url, String username, String accessKey) {

    Target {
        if (!url.endsWith("/")) {
            url = url + "/";
        }
    }

    /** Without the access key. */
    @Override
    public String toString() {
        return username + " at " + url;
    }
}
