package io.github.camelvtiger.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.client.AmbiguousWriteException;
import io.github.camelvtiger.client.AuthenticationException;
import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.RecordStream;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.client.TransportException;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.fault.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClientFaultsTest {

    private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(2);

    private SimulatorServer server;
    private VtigerClient client;

    @BeforeEach
    void start() {
        server = SimulatorServer.builder().seed("contacts=250").start();
        client = client(server.url(), server.username(), server.accessKey());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void sessionsThatExpireDuringAnExportLoseNothingAndCostOneLogin() {
        List<Object> ids = new ArrayList<>();
        try (RecordStream export =
                client.streams().export(new Export("Contacts", List.of("lastname"), null, false, 1))) {
            ids.add(export.next().get("id"));
            server.faults().expireSessions();
            export.forEachRemaining(record -> ids.add(record.get("id")));
        }

        assertThat(ids).doesNotHaveDuplicates().hasSize(250);
        assertThat(calls("login")).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("unusableAnswers")
    void aReadIsRepeatedUntilItIsAnswered(Fault fault) {
        server.faults().failNext(2, fault, "query");

        assertThat(client.query("select lastname from Contacts limit 3;").join())
                .hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("unusableAnswers")
    void aWriteWithoutAUsableAnswerIsNotRepeated(Fault fault) {
        server.faults().failNext(1, fault, "create");

        assertThatThrownBy(create()::join)
                .hasCauseInstanceOf(AmbiguousWriteException.class)
                .hasMessageContaining("It is not known whether create Contacts happened");
        assertThat(calls("create")).isLessThanOrEqualTo(1);
        assertThat(server.crm().count("Contacts")).isEqualTo(250);
    }

    @Test
    void aWriteWhoseAnswerWasCutOffHappenedOnceAndIsNotRepeated() {
        server.faults().failNext(1, Fault.CUT_AFTER_EFFECT, "create");

        assertThatThrownBy(create()::join).hasCauseInstanceOf(AmbiguousWriteException.class);
        assertThat(server.crm().count("Contacts")).isEqualTo(251);
    }

    @Test
    void aNoticeInFrontOfTheAnswerOfAWriteIsNoMatter() {
        server.faults().failNext(1, Fault.NOTICE_BEFORE_JSON, "create");

        assertThat(create().join()).containsEntry("lastname", "Faulty");
        assertThat(server.crm().count("Contacts")).isEqualTo(251);
    }

    @Test
    void aWriteOfARejectedSessionIsRepeatedOnceBecauseItDidNotHappen() {
        client.me().join();
        server.faults().expireSessions();

        create().join();

        assertThat(server.crm().count("Contacts")).isEqualTo(251);
    }

    @Test
    void aConnectionThatTheServerHasClosedMeanwhileIsNoReasonToDoubtAWrite() {
        for (int round = 0; round < 10; round++) {
            client.me().join();
            server.stop();
            server.start();

            create().join();
        }

        assertThat(server.crm().count("Contacts")).isEqualTo(260);
    }

    @Test
    void aServerThatNeverRecoversIsReportedAndAskedNoMoreThanAllowed() {
        server.faults().failNext(10, Fault.HTTP_500_EMPTY, "listtypes");

        assertThatThrownBy(client.listTypes()::join)
                .hasCauseInstanceOf(ServerFailureException.class)
                .hasMessageContaining("HTTP 500 with an empty body");
    }

    @Test
    void closingTheClientEndsTheWaitForAnotherAttempt() {
        client.me().join();
        server.faults().failNext(10, Fault.HTTP_500_EMPTY, "listtypes");
        CompletableFuture<List<String>> waiting = client.listTypes();

        client.close();

        assertThatThrownBy(waiting::join).hasCauseInstanceOf(VtigerException.class);
    }

    @Test
    void aRecordThatCannotBeWrittenFailsItsFutureAndTakesNoSessionAway() {
        Map<String, Object> record = Map.of("lastname", new Object());
        for (int more = 0; more < 6; more++) {
            assertThatThrownBy(client.create("Contacts", record)::join)
                    .hasCauseInstanceOf(InvalidRecordException.class)
                    .hasMessageContaining("The parameter element of create can't be written as JSON");
        }

        assertThat(create().join()).containsEntry("lastname", "Faulty");
    }

    @Test
    void anAnswerThatStallsEndsByTheResponseTimeout() {
        client.me().join();
        server.faults().failNext(1, Fault.stallBody(Duration.ofSeconds(20)), "create");

        assertThatThrownBy(create()::join)
                .hasCauseInstanceOf(AmbiguousWriteException.class)
                .hasMessageContaining("raise responseTimeout");
    }

    @Test
    void aServerThatIsDownBetweenTwoPagesLosesNothing() {
        List<Object> ids = new ArrayList<>();
        try (RecordStream export =
                client.streams().export(new Export("Contacts", List.of("lastname"), null, false, 1))) {
            ids.add(export.next().get("id"));
            server.stop();
            server.start();
            export.forEachRemaining(record -> ids.add(record.get("id")));
        }

        assertThat(ids).doesNotHaveDuplicates().hasSize(250);
    }

    @Test
    void aServerThatIsDownIsNamed() {
        server.stop();

        assertThatThrownBy(client.listTypes()::join)
                .hasCauseInstanceOf(TransportException.class)
                .hasMessageContaining("check the host and port in the option url");
        assertThatThrownBy(create()::join).hasCauseInstanceOf(TransportException.class);
    }

    @Test
    void aWrongAccessKeyIsNamedAndNotShown() {
        try (VtigerClient wrong = client(server.url(), server.username(), "notthekey0815")) {
            assertThatThrownBy(wrong.me()::join)
                    .hasCauseInstanceOf(AuthenticationException.class)
                    .hasMessageContaining("check the option accessKey")
                    .hasMessageNotContaining("notthekey0815");
        }
    }

    @Test
    void aWrongUserIsNamed() {
        try (VtigerClient wrong = client(server.url(), "nobody", server.accessKey())) {
            assertThatThrownBy(wrong.me()::join)
                    .hasCauseInstanceOf(AuthenticationException.class)
                    .hasMessageContaining("check the option username");
        }
    }

    @Test
    void aWrongPathIsNamed() {
        try (VtigerClient wrong = client(server.url() + "crm/", server.username(), server.accessKey())) {
            assertThatThrownBy(wrong.me()::join)
                    .hasCauseInstanceOf(TransportException.class)
                    .hasMessageContaining("correct the option url");
        }
    }

    @Test
    void whatIsAskedOfAClosedClientFailsAsTheClientsFailuresDo() {
        client.close();

        assertThatThrownBy(client.me()::join).hasCauseInstanceOf(VtigerException.class);
    }

    static List<Fault> unusableAnswers() {
        return List.of(Fault.HTTP_500_EMPTY, Fault.EMPTY_BODY_200, Fault.HTML, Fault.CUT_BEFORE_EFFECT);
    }

    private CompletableFuture<Map<String, Object>> create() {
        return client.create("Contacts", Map.of("lastname", "Faulty"));
    }

    private long calls(String operation) {
        return server.calls().stream()
                .filter(call -> operation.equals(call.operation()))
                .count();
    }

    private static VtigerClient client(String url, String username, String accessKey) {
        return new VtigerClient(new ClientSettings(
                url,
                username,
                accessKey,
                ClientSettings.Protocol.AUTO,
                4,
                Duration.ofSeconds(5),
                RESPONSE_TIMEOUT,
                0,
                0,
                4,
                ClientSettings.MAX_ANSWER_SIZE,
                ClientSettings.MAX_RETRY_AFTER,
                null,
                true,
                null));
    }
}
