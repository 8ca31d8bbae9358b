package io.github.camelvtiger.routes;

import io.github.camelvtiger.routes.demo.DemoEdits;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The CRM that the application brings if none is set.
 *
 * @param directory for what is known of the CRM's records: the next run has a CRM with others
 * @param edits made by its users
 * @param lock held as long as this demo runs
 */
record Demo(SimulatorServer server, Path directory, DemoEdits edits, FileChannel lock) implements AutoCloseable {

    /**
     * @param data the directory of the files, which one demo has for itself
     * @param tickets whether its users edit tickets, too
     * @throws IllegalStateException if another demo has it
     */
    static Demo start(Path data, boolean tickets) throws IOException {
        FileChannel lock = lock(data);
        return new Demo(
                SimulatorServer.builder().seed("demo").start(),
                Files.createTempDirectory("vtiger-demo"),
                new DemoEdits(new Random(), tickets),
                lock);
    }

    private static FileChannel lock(Path data) throws IOException {
        Path file = Files.createDirectories(data).resolve(".demo.lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new IllegalStateException("The demo runs here already, with its files in " + data.toAbsolutePath()
                    + "; stop it, or start this one in another directory.");
        }
        return channel;
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
        } finally {
            release();
        }
    }

    private void release() {
        try {
            lock.close();
        } catch (IOException e) {
            // It ends with the process.
            return;
        }
    }
}
