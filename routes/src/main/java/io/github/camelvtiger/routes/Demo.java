package io.github.camelvtiger.routes;

import io.github.camelvtiger.routes.demo.DemoLedger;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The CRM that the application brings if none is set.
 *
 * @param cursorDirectory of this run only: the next one has a CRM with other records
 */
record Demo(SimulatorServer server, Path cursorDirectory, DemoLedger ledger) implements AutoCloseable {

    static Demo start() throws IOException {
        return new Demo(
                SimulatorServer.builder().seed("demo").start(),
                Files.createTempDirectory("vtiger-demo-cursors"),
                new DemoLedger());
    }

    void configure(Settings settings) {
        settings.override("vtiger.url", server.url());
        settings.override("vtiger.username", server.username());
        settings.override("vtiger.access-key", server.accessKey());
        settings.override("cursor.directory", cursorDirectory.toString());
    }

    @Override
    public void close() {
        server.close();
        try (Stream<Path> files = Files.walk(cursorDirectory)) {
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
