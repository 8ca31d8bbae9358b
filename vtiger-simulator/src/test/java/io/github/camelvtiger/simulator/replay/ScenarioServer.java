package io.github.camelvtiger.simulator.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.Behaviour;
import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.clock.ManualClock;
import io.github.camelvtiger.simulator.metadata.CustomMetadata;
import io.github.camelvtiger.simulator.seed.Seed;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A freshly installed server for one scenario, on a clock that says what the recorded server's said. */
final class ScenarioServer implements AutoCloseable {

    private static final Instant START = Instant.parse("2026-11-23T19:30:00Z");

    private final ManualClock clock = new ManualClock(START);
    private final AtomicReference<CrmStore> store = new AtomicReference<>();
    private final SimulatorServer server;

    ScenarioServer(Scenario scenario) {
        Seed fresh = Seed.parse("empty");
        server = SimulatorServer.builder()
                .clock(clock)
                .seed((planted, now, random) -> {
                    fresh.plant(planted, now, random);
                    store.set(planted);
                })
                .behaviour(Behaviour.parse(scenario.server().path("behaviour").asText("php8")))
                .displayErrors(scenario.server().path("displayErrors").asBoolean())
                .metadata(custom(scenario))
                .start();
    }

    /** Fields that the recorded server had besides those of every installation. */
    private static CustomMetadata custom(Scenario scenario) {
        String file = scenario.server().path("metadata").asText();
        if (file.isEmpty()) {
            return CustomMetadata.NONE;
        }
        try {
            return CustomMetadata.read(
                    Path.of(ScenarioServer.class.getResource(file).toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return server.port();
    }

    CrmStore store() {
        return store.get();
    }

    String accessKey(String userName) {
        return store().user(userName).map(CrmUser::accessKey).orElse("");
    }

    /** @param time as the server writes it: {@code 2026-11-23 19:30:16}, UTC */
    void setClock(String time) {
        Instant then = LocalDateTime.parse(time.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        clock.advance(Duration.between(clock.now(), then));
    }

    void timePasses(JsonNode seconds) {
        clock.advance(Duration.ofSeconds(seconds.longValue()));
    }

    @Override
    public void close() {
        server.close();
    }
}
