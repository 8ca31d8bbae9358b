package io.github.camelvtiger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.simulator.clock.ManualClock;
import io.github.camelvtiger.simulator.fault.Fault;
import io.github.camelvtiger.simulator.http.RawClient;
import io.github.camelvtiger.simulator.journal.Explanation;
import io.github.camelvtiger.simulator.journal.RecordedCall;
import io.github.camelvtiger.simulator.junit5.VtigerSimulator;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole server as a client meets it, and what can be made go wrong with it. */
class SimulatorServerTest {

    private static final String COUNT = "select count(*) from Contacts;";

    @RegisterExtension
    static VtigerSimulator crm = VtigerSimulator.withSeed("empty")
            .with(server -> server.clock(new ManualClock(Instant.parse("2026-11-24T10:00:00Z")))
                    .controlApi(true));

    private RawClient client;
    private String session;

    @BeforeEach
    void logIn() throws Exception {
        client = new RawClient(crm.port());
        session = login();
        crm.clearCalls();
    }

    @Test
    void aRecordMadeByTheApiIsFoundByQueryAndByTheFacade() throws Exception {
        HttpResponse<String> created = create("Curie");

        assertThat(created.body()).contains("\"success\":true").contains("\"lastname\":\"Curie\"");
        assertThat(query("select lastname from Contacts where lastname='CURIE';")
                        .body())
                .contains("\"lastname\":\"Curie\"");
        assertThat(crm.crm().count("Contacts")).isEqualTo(1);
    }

    @Test
    void theJournalTellsOfEachCall() throws Exception {
        query(COUNT);

        assertThat(crm.calls())
                .containsExactly(new RecordedCall(
                        "query",
                        "GET",
                        Map.of("query", COUNT),
                        1,
                        200,
                        Instant.parse("2026-11-24T10:00:00Z"),
                        Explanation.NONE));
    }

    @Test
    void aStoppedServerComesBackOnItsPortWithDataAndSessions() throws Exception {
        create("Curie");
        String url = crm.url();

        crm.server().stop();
        assertThatThrownBy(() -> query(COUNT)).isInstanceOf(IOException.class);
        crm.server().start();

        assertThat(crm.url()).isEqualTo(url);
        assertThat(query(COUNT).body()).contains("\"count\":\"1\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP_500_EMPTY     | 500 | ^$",
                "EMPTY_BODY_200     | 200 | ^$",
                "HIDDEN_SQL_ERROR   | 200 | ^\\{\"success\":true,\"result\":\\[\\]\\}$",
                "HTML               | 200 | ^<html>.*",
                "NOTICE_BEFORE_JSON | 200 | (?s).*Notice.*\\{\"success\":true.*",
            })
    void callsFailAsArmed(Fault.Kind kind, int status, String body) throws Exception {
        crm.faults().failNext(1, new Fault(kind, Duration.ZERO), "query");

        assertThat(client.get("operation", "listtypes", "sessionName", session).body())
                .contains("\"success\":true");
        HttpResponse<String> failed = query(COUNT);

        assertThat(failed.statusCode()).isEqualTo(status);
        assertThat(failed.body()).matches(body);
        assertThat(query(COUNT).body()).contains("\"count\":\"0\"");
    }

    @ParameterizedTest
    @CsvSource({"CUT_BEFORE_EFFECT, 0", "CUT_AFTER_EFFECT, 1"})
    void aConnectionIsCutBeforeOrAfterTheEffect(Fault.Kind kind, int records) {
        crm.faults().failNext(1, new Fault(kind, Duration.ZERO), "create");

        assertThatThrownBy(() -> create("Curie")).isInstanceOf(IOException.class);
        assertThat(crm.crm().count("Contacts")).isEqualTo(records);
        assertThat(crm.calls()).extracting(RecordedCall::status).contains(0);
    }

    @Test
    void aBodyComesInTwoParts() throws Exception {
        crm.faults().failNext(1, Fault.stallBody(Duration.ofMillis(1)));

        assertThat(query(COUNT).body()).isEqualTo("{\"success\":true,\"result\":[{\"count\":\"0\"}]}");
    }

    @Test
    void anAnswerIsDelayedAndStillCorrect() throws Exception {
        crm.faults().failNext(1, Fault.delay(Duration.ofMillis(1)));

        assertThat(query(COUNT).body()).contains("\"count\":\"0\"");
    }

    @Test
    void theClockIsShifted() throws Exception {
        crm.faults().shiftClock(Duration.ofSeconds(-5));

        assertThat(query(COUNT).headers().firstValue("Date")).hasValue("Tue, 24 Nov 2026 09:59:55 GMT");
        crm.faults().failNext(1, Fault.clockShift(Duration.ofSeconds(5)));
        assertThat(query(COUNT).headers().firstValue("Date")).hasValue("Tue, 24 Nov 2026 10:00:00 GMT");
    }

    @Test
    void somethingHappensBetweenTwoCalls() throws Exception {
        crm.faults().onCall("query", () -> crm.crm().create("Contacts", Map.of("lastname", "Between")));

        assertThat(query(COUNT).body()).contains("\"count\":\"1\"");
        assertThat(query(COUNT).body()).contains("\"count\":\"2\"");
    }

    @Test
    void faultsAreArmedByHttpToo() throws Exception {
        assertThat(control("fail", "{\"kind\":\"http_500_empty\",\"calls\":2,\"operation\":\"query\"}"))
                .isEqualTo("{\"done\":true}");
        assertThat(query(COUNT).statusCode()).isEqualTo(500);
        control("clear", "");
        assertThat(query(COUNT).statusCode()).isEqualTo(200);
        control("shift-clock", "{\"duration\":\"PT1M\"}");
        assertThat(query(COUNT).headers().firstValue("Date")).hasValue("Tue, 24 Nov 2026 10:01:00 GMT");
        control("expire-sessions", "");
        assertThat(query(COUNT).body()).contains("INVALID_SESSIONID");
        assertThat(control("fail", "{\"kind\":\"x\"}")).contains("kind is \\\"X\\\": give one of [HTTP_500_EMPTY");
        assertThat(client.send(client.request("/simulator/calls")).body()).contains("\"operation\":\"query\"");
    }

    @Test
    void theControlApiIsClosedUnlessAskedFor() throws Exception {
        try (SimulatorServer closed =
                SimulatorServer.builder().seed("empty").accessKey("secret").start()) {
            assertThat(new RawClient(closed.port())
                            .send(new RawClient(closed.port()).request("/simulator/calls"))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(closed.accessKey()).isEqualTo("secret");
            assertThatThrownBy(() -> SimulatorServer.builder()
                            .port(closed.port())
                            .seed("empty")
                            .start())
                    .hasMessageContaining("port " + closed.port() + " on 127.0.0.1 cannot be opened");
        }
    }

    @Test
    void resetBringsTheSeedBackUnderTheSameKey() throws Exception {
        String key = crm.accessKey();
        create("Curie");

        crm.server().reset();

        assertThat(crm.crm().count("Contacts")).isZero();
        assertThat(crm.accessKey()).isEqualTo(key);
        assertThat(query(COUNT).body()).contains("INVALID_SESSIONID");
        session = login();
        assertThat(query(COUNT).body()).contains("\"count\":\"0\"");
    }

    private HttpResponse<String> query(String text) throws Exception {
        return client.get("operation", "query", "sessionName", session, "query", text);
    }

    private HttpResponse<String> create(String lastName) throws Exception {
        String element = "{\"lastname\":\"" + lastName + "\",\"assigned_user_id\":\"19x1\"}";
        return client.post(
                "operation", "create", "sessionName", session, "elementType", "Contacts", "element", element);
    }

    private String control(String command, String body) throws Exception {
        return client.send(client.request("/simulator/" + command).POST(BodyPublishers.ofString(body)))
                .body();
    }

    private String login() throws Exception {
        String challenge = client.get("operation", "getchallenge", "username", crm.username())
                .body()
                .replaceAll(".*\"token\":\"(\\w+)\".*", "$1");
        byte[] md5 =
                MessageDigest.getInstance("MD5").digest((challenge + crm.accessKey()).getBytes(StandardCharsets.UTF_8));
        return client.post(
                        "operation",
                        "login",
                        "username",
                        "admin",
                        "accessKey",
                        HexFormat.of().formatHex(md5))
                .body()
                .replaceAll(".*\"sessionName\":\"(\\w+)\".*", "$1");
    }
}
