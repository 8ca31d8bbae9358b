package io.github.camelvtiger.proof;

import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.crm.VtigerClient;
import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.clock.ManualClock;
import io.github.camelvtiger.simulator.store.SaveGaps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;

/**
 * A CRM whose answers get lost, and a client that proves its writes. Server and client live on one clock, which goes on
 * when the client pauses, so that two minutes pass at once; only the response timeout is real.
 */
final class InterruptedCrm implements AutoCloseable {

    static final Duration LONGEST_SAVE = Duration.ofSeconds(120);
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    final ManualClock clock = new ManualClock(START);
    final SimulatorServer server;
    final VtigerClient client;
    final ProvenWrites writes;
    final List<Duration> pauses = new ArrayList<>();
    private final Deque<Runnable> duringPauses = new ArrayDeque<>();

    InterruptedCrm(SaveGaps gaps) {
        server = SimulatorServer.builder()
                .seed("empty")
                .clock(clock)
                .saveGaps(gaps)
                .start();
        client = new VtigerClient(new ClientSettings(
                server.url(),
                server.username(),
                server.accessKey(),
                ClientSettings.Protocol.AUTO,
                4,
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                0,
                0,
                2,
                ClientSettings.MAX_ANSWER_SIZE,
                ClientSettings.MAX_RETRY_AFTER,
                null,
                true,
                null));
        writes = new ProvenWrites(
                client, this::pause, () -> Duration.between(START, clock.now()).toNanos(), LONGEST_SAVE);
    }

    /** What happens while the client pauses for the nth time from now on. */
    void duringPause(int number, Runnable action) {
        while (duringPauses.size() < number - 1) {
            duringPauses.add(() -> {});
        }
        duringPauses.add(action);
    }

    private CompletableFuture<Void> pause(Duration time) {
        pauses.add(time);
        clock.advance(time);
        if (!duringPauses.isEmpty()) {
            duringPauses.poll().run();
        }
        return CompletableFuture.completedFuture(null);
    }

    /** A record that was last modified long ago. */
    String oldContact(String lastname) {
        String id = server.crm().create("Contacts", Map.of("lastname", lastname));
        clock.advance(Duration.ofHours(1));
        return id;
    }

    long calls(String operation) {
        return server.calls().stream()
                .filter(call -> operation.equals(call.operation()))
                .count();
    }

    /** Waits until the server is done with so many calls of the operation. */
    void awaitCalls(String operation, int number) {
        Awaitility.await().until(() -> calls(operation) >= number);
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
