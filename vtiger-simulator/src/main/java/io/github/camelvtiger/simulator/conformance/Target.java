package io.github.camelvtiger.simulator.conformance;

import io.github.camelvtiger.simulator.client.Account;
import java.util.Optional;

/**
 * The server that is checked and the users who call it.
 *
 * @param url without {@code webservice.php}, with a slash at its end
 * @param second one who is not an administrator; empty if there is none to check with
 */
record Target(String url, Account administrator, Optional<Account> second) {

    Target {
        if (!url.endsWith("/")) {
            url = url + "/";
        }
    }
}
