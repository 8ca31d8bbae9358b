package io.github.camelvtiger.routes.sync.remote;

import java.util.List;

/**
 * A command on its way to the application.
 *
 * @param directory in which it was given
 */
record CommandRequest(String token, String directory, List<String> arguments) {

    /** Without the token. */
    @Override
    public String toString() {
        return arguments.toString();
    }
}
