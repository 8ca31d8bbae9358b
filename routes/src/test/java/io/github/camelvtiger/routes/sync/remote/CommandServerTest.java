package io.github.camelvtiger.routes.sync.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.routes.sync.run.RunWatcher;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandServerTest {

    @TempDir
    Path directory;

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> accounts = new CopyOnWriteArrayList<>();
    private CommandServer server;

    @BeforeEach
    void open() throws Exception {
        server = CommandServer.open(
                door(),
                (account, where, output, errors, watcher, arguments) -> {
                    accounts.add(account);
                    watcher.rows("written", 7, 12);
                    watcher.over();
                    output.println("in " + where + ": " + String.join(" ", arguments));
                    errors.println("exit 7 is only text");
                    output.println();
                    return 3;
                },
                executor);
    }

    @AfterEach
    void close() throws Exception {
        server.close();
        executor.shutdownNow();
    }

    private Path door() {
        return directory.resolve("store").resolve("commands.json");
    }

    private OptionalInt give(String... arguments) throws Exception {
        return give(RunWatcher.NONE, arguments);
    }

    private OptionalInt give(RunWatcher watcher, String... arguments) throws Exception {
        return CommandClient.give(
                door(),
                Path.of("").toAbsolutePath(),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                watcher,
                arguments);
    }

    @Test
    void whoeverWaitsSeesHowFarTheRunIsAndNothingOfItIsInTheOutput() throws Exception {
        List<String> seen = new ArrayList<>();

        assertThat(give(
                        new RunWatcher() {
                            @Override
                            public void rows(String doing, long done, long total) {
                                seen.add(done + " of " + total + " " + doing);
                            }

                            @Override
                            public void over() {
                                seen.add("over");
                            }
                        },
                        "run"))
                .hasValue(3);

        assertThat(seen).containsExactly("7 of 12 written", "over");
        assertThat(out.toString()).doesNotContain("written");
    }

    @Test
    void aCommandIsDoneByTheApplicationThatRuns() throws Exception {
        assertThat(give("run", "leads", "a file.csv")).hasValue(3);
        assertThat(out.toString().lines())
                .containsExactly("in " + Path.of("").toAbsolutePath() + ": run leads a file.csv", "");
        assertThat(err.toString().lines()).containsExactly("exit 7 is only text");
        assertThat(accounts).containsExactly(System.getProperty("user.name"));
    }

    @Test
    void onlyTheOwnerReadsWhereItIs() throws Exception {
        assertThat(Files.getPosixFilePermissions(door()))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void aStrangerWithoutTheTokenIsNotAnswered() throws Exception {
        CommandDoor known = CommandDoor.read(door()).orElseThrow();
        try (Socket stranger = new Socket(InetAddress.getLoopbackAddress(), known.port())) {
            stranger.getOutputStream()
                    .write("{\"token\":\"guessed\",\"directory\":\"/\",\"arguments\":[\"run\"]}\n"
                            .getBytes(StandardCharsets.UTF_8));
            assertThat(stranger.getInputStream().readAllBytes()).isEmpty();
        }
        assertThat(known).asString().doesNotContain(known.token());
    }

    @Test
    void withoutAnApplicationTheCommandHasToBeDoneHere() throws Exception {
        server.close();
        assertThat(give("status")).isEmpty();

        CommandDoor.at(freePort()).write(door());
        assertThat(give("status")).as("killed before").isEmpty();
    }

    private static int freePort() throws Exception {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
