package io.github.camelvtiger.routes;

import io.github.camelvtiger.routes.demo.DemoEdits;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The CRM that the application brings if none is set.
 *
 * @param directory for what is known of the CRM's records: the next run has a CRM with others
 */
record Demo(SimulatorServer server, Path directory, DemoEdits edits) implements AutoCloseable {

    /** @param tickets whether its users edit tickets, too */
    static Demo start(boolean tickets) throws IOException {
        return new Demo(
                SimulatorServer.builder().seed("demo").start(),
                Files.createTempDirectory("vtiger-demo"),
                new DemoEdits(new Random(), tickets));
    }

    void configure(Settings settings) {
        settings.override("vtiger.url", server.url());
        settings.override("vtiger.username", server.username());
        settings.override("vtiger.access-key", server.accessKey());
        settings.override("cursor.directory", directory.resolve("cursors").toString());
    }

    /** For what syncs have done. */
    Path store() {
        return directory.resolve("store");
    }

    @Override
    public void close() {
        server.close();
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // Some files in the temporary directory are all that is left then.
            return;
        }
    }
}
