package io.github.camelvtiger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.simulator.clock.ManualClock;
import io.github.camelvtiger.simulator.http.RawClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the cost model a call takes its time on the server's clock, exactly, and only so many at once. */
class CostModelTest {

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-24T10:00:00Z"));
    private final SimulatorServer server = SimulatorServer.builder()
            .seed("contacts=1000")
            .clock(clock)
            .costModel(true)
            .start();
    private final RawClient client = new RawClient(server.port());
    private String session;

    @BeforeEach
    void logIn() throws Exception {
        session = login();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Microseconds: 15,400 a query, 616 a row, 8.08 a row left out, 1.06 a row of the table if no index helps. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select id from Contacts order by id limit 1; | 16016",
                "select id from Contacts order by id; | 77000",
                "select id from Contacts order by id limit 500, 100; | 81040",
                "select id from Contacts where modifiedtime > '2030-01-01' order by modifiedtime, id; | 16460",
                "select id from Contacts where id > '12x5' and lastname = 'nobody' order by id; | 15400",
                "select count(*) from Contacts; | 17076",
                "select bogus from Contacts; | 15400"
            })
    void aQueryCostsByRowsOffsetAndScan(String query, long microseconds) throws Exception {
        CompletableFuture<String> answer = call("query", "query", query, session);

        answersAfter(answer, Duration.ofNanos(microseconds * 1_000));
    }

    @Test
    void aSaveCostsWhatItCostsOnARealServer() throws Exception {
        String id = server.crm().records("Contacts").get(0).get("id");

        CompletableFuture<String> answer = async(
                () -> client.post("operation", "revise", "sessionName", session, "element", "{\"id\":\"" + id + "\"}"));

        answersAfter(answer, Duration.ofMillis(74));
        assertThat(server.crm().record(id)).isPresent();
    }

    @Test
    void requestsOfOneSessionComeOneAfterTheOther() throws Exception {
        List<CompletableFuture<String>> answers = List.of(
                call("describe", "elementType", "Contacts", session),
                call("describe", "elementType", "Contacts", session));

        sleepers(1);
        clock.advance(Duration.ofNanos(17_500_000));
        await().until(() -> answers.stream().filter(CompletableFuture::isDone).count() == 1);
        sleepers(1);
        clock.advance(Duration.ofNanos(17_500_000));
        answers.forEach(CompletableFuture::join);
    }

    @Test
    void threeSessionsAreServedAtOnceAndAFourthWaits() throws Exception {
        List<String> sessions = new ArrayList<>(List.of(session));
        for (int i = 0; i < 3; i++) {
            sessions.add(login());
        }
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (String each : sessions) {
            answers.add(call("describe", "elementType", "Contacts", each));
        }

        sleepers(3);
        clock.advance(Duration.ofNanos(17_500_000));
        await().until(() -> answers.stream().filter(CompletableFuture::isDone).count() == 3);
        sleepers(1);
        clock.advance(Duration.ofNanos(17_500_000));
        answers.forEach(CompletableFuture::join);
    }

    private void answersAfter(CompletableFuture<String> answer, Duration cost) {
        sleepers(1);
        assertThat(clock.nextWaking()).contains(clock.now().plus(cost));
        clock.advance(cost);
        assertThat(answer.join()).contains("success");
    }

    private void sleepers(int count) {
        await().until(() -> clock.sleepers() == count);
    }

    private CompletableFuture<String> call(String operation, String name, String value, String session) {
        return async(() -> client.get("operation", operation, "sessionName", session, name, value));
    }

    private String login() throws Exception {
        CompletableFuture<String> challenge = async(() -> client.get("operation", "getchallenge", "username", "admin"));
        answersAfter(challenge, Duration.ofNanos(4_700_000));
        String token = challenge.join().replaceAll(".*\"token\":\"(\\w+)\".*", "$1");
        String key = HexFormat.of()
                .formatHex(MessageDigest.getInstance("MD5")
                        .digest((token + server.accessKey()).getBytes(StandardCharsets.UTF_8)));
        CompletableFuture<String> login =
                async(() -> client.post("operation", "login", "username", "admin", "accessKey", key));
        answersAfter(login, Duration.ofNanos(4_700_000));
        return login.join().replaceAll(".*\"sessionName\":\"(\\w+)\".*", "$1");
    }

    private static CompletableFuture<String> async(Exchange exchange) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return exchange.run().body();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                },
                command -> new Thread(command).start());
    }

    private interface Exchange {
        HttpResponse<String> run() throws Exception;
    }
}
