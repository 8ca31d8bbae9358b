package io.github.camelvtiger.routes;

import java.nio.file.Path;

/**
 * Where a command was given: files that it names are resolved against it. The launcher of a release leaves it for the directory of the data
 * before it starts the JVM, and passes it on.
 */
final class CommandDirectory {

    static final String PROPERTY = "routes.command.directory";

    private CommandDirectory() {}

    static Path path() {
        return Path.of(System.getProperty(PROPERTY, "")).toAbsolutePath();
    }
}
