package io.github.camelvtiger.routes.sync.remote;

import java.util.List;

/**
 * A command on its way to the application.
 *
 * @param account of the operating system by which it was given
 * @param directory in which it was given
 * @param watched whether it is to be said how far a run is
 */
record CommandRequest(String token, String account, String directory, boolean watched, List<String> arguments) {

    /** Without the token. */
    @Override
    public String toString() {
        return arguments.toString();
    }
}
