package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.routes.sync.remote.CommandClient;
import io.github.camelvtiger.routes.sync.run.RunWatcher;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** A command that is given to the application that runs in a directory of a test. */
final class GivenCommand {

    private GivenCommand() {}

    /** @return what it said, on both streams */
    static String to(Path directory, int exitCode, String... arguments) throws IOException {
        StringWriter said = new StringWriter();
        assertThat(CommandClient.give(
                        directory.resolve("store").resolve("commands.json"),
                        Path.of("").toAbsolutePath(),
                        new PrintWriter(said),
                        new PrintWriter(said),
                        RunWatcher.NONE,
                        arguments))
                .as("%s", said)
                .hasValue(exitCode);
        return said.toString();
    }
}
