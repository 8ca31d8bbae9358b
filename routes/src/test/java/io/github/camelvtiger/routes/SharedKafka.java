package io.github.camelvtiger.routes;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * One broker of Kafka for all tests of a build that need no more of it than topics of their own. The first JVM that asks for it starts it; it
 * ends by itself when the last one has ended.
 */
public final class SharedKafka {

    private static final Path DIRECTORY = Path.of("target", "shared-kafka").toAbsolutePath();
    private static final Path ADDRESS = DIRECTORY.resolve("address");
    private static final Path USERS = DIRECTORY.resolve("users.lock");
    private static final long LOOK_MILLIS = 1000;

    private SharedKafka() {}

    /** That of this JVM, and the lock of users, which it holds until it ends: collected as garbage it would be released. */
    private record Use(KafkaBroker broker, FileLock user) {
        private static final Use THIS = use();
    }

    public static KafkaBroker get() {
        return Use.THIS.broker();
    }

    private static Use use() {
        try {
            Files.createDirectories(DIRECTORY);
            try (FileChannel starting = open(DIRECTORY.resolve("start.lock"));
                    FileLock first = starting.lock()) {
                FileLock user = open(USERS).lock(0, Long.MAX_VALUE, true);
                if (!first.isValid() || !user.isValid()) {
                    throw new IllegalStateException("The locks in " + DIRECTORY + " are not held.");
                }
                if (Files.exists(ADDRESS)) {
                    List<String> running = Files.readAllLines(ADDRESS);
                    if (ProcessHandle.of(Long.parseLong(running.get(0))).isPresent()) {
                        return new Use(KafkaBroker.at(running.get(1)), user);
                    }
                }
                KafkaBroker broker =
                        KafkaBroker.start(Files.createTempDirectory(DIRECTORY, "broker"), SharedBroker.class);
                Files.write(ADDRESS, List.of(Long.toString(broker.pid()), broker.address()));
                return new Use(broker, user);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** The broker, until nobody uses it. */
    static final class SharedBroker {

        public static void main(String[] arguments) {
            Thread watch = new Thread(SharedBroker::endUnused, "unused");
            watch.setDaemon(true);
            watch.start();
            KafkaBroker.BrokerProcess.main(arguments);
        }

        private static void endUnused() {
            try (FileChannel users = open(USERS)) {
                while (true) {
                    Thread.sleep(LOOK_MILLIS);
                    // Held until the process has ended: then the next user finds no address.
                    if (users.tryLock() != null) {
                        Files.deleteIfExists(ADDRESS);
                        Runtime.getRuntime().halt(0);
                    }
                }
            } catch (IOException | InterruptedException e) {
                Runtime.getRuntime().halt(1);
            }
        }
    }
}
