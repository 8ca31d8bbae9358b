package io.github.camelvtiger.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Challenges, logins and sessions ({@code webservice.md §3}). */
class WebserviceSessionTest {

    /** Requests wait for one another here, and the common pool of a small machine has one thread only. */
    private static final Executor OWN_THREAD = task -> new Thread(task).start();

    private final Gate gate = new Gate();
    private WebserviceFixture server;

    @BeforeEach
    void start() {
        server = new WebserviceFixture(gate);
    }

    @AfterEach
    void stop() {
        gate.open.countDown();
        server.close();
    }

    @Test
    void aChallengeLivesFiveMinutesAndIsNotUsedUp() throws Exception {
        HttpResponse<String> challenge = server.client.get("operation", "getchallenge", "username", "ADMIN");
        String token = challenge.body().replaceAll(".*\"token\":\"(\\w+)\".*", "$1");

        assertThat(token).matches("[0-9a-f]{13}");
        assertThat(challenge.body()).contains("\"serverTime\":1795514400,\"expireTime\":1795514700}");
        assertThat(server.loginWith(token)).contains("\"success\":true");
        assertThat(server.loginWith(token)).contains("\"success\":true");
        server.clock.pass(Duration.ofSeconds(301));
        assertThat(server.loginWith(token))
                .isEqualTo(error("INVALID_AUTH_TOKEN", "Specified token is invalid or expired"));
    }

    @Test
    void aNewChallengeReplacesTheOldOne() throws Exception {
        String old = server.challenge("admin");
        String fresh = server.challenge("admin");

        assertThat(server.loginWith(old)).isEqualTo(error("INVALID_USER_CREDENTIALS", "Invalid username or password"));
        assertThat(server.loginWith(fresh)).contains("\"success\":true");
    }

    @Test
    void theLoginTellsAboutTheUser() throws Exception {
        assertThat(server.loginWith(server.challenge("admin")))
                .matches("\\{\"success\":true,\"result\":\\{\"username\":\"admin\",\"first_name\":\"\","
                        + "\"last_name\":\"Administrator\",\"email\":\"admin@example.com\",\"time_zone\":\"UTC\","
                        + "\"hour_format\":\"12\",\"date_format\":\"yyyy-mm-dd\",\"is_admin\":\"on\","
                        + "\"call_duration\":\"5\",\"other_event_duration\":\"5\",\"sessionName\":\"[0-9a-f]{21}\","
                        + "\"userId\":\"19x1\",\"version\":\"0.22\",\"vtigerVersion\":\"8.2.0\"}}");
    }

    @Test
    void whatIsWrongWithALoginIsSaidInTheServersWords() throws Exception {
        assertThat(server.client.get("operation", "getchallenge").body())
                .isEqualTo(error("ACCESS_DENIED", "No username given"));
        assertThat(server.client
                        .get("operation", "getchallenge", "username", "nobody")
                        .body())
                .isEqualTo(error("ACCESS_DENIED", "username does not exists"));
        assertThat(server.client
                        .post("operation", "getchallenge", "username", "admin")
                        .body())
                .isEqualTo(error("ACCESS_DENIED", "No username given"));
        assertThat(server.client.post("operation", "login").body())
                .isEqualTo(error("INVALID_AUTH_TOKEN", "Specified token is invalid or expired"));
        server.challenge("nokey");
        assertThat(server.client
                        .post("operation", "login", "username", "nokey", "accessKey", "x")
                        .body())
                .isEqualTo(error("ACCESSKEY_UNDEFINED", "Access key for the user is undefined"));
        server.challenge("admin");
        assertThat(server.client
                        .post("operation", "login", "username", "admin", "accessKey", "x")
                        .body())
                .isEqualTo(error("INVALID_USER_CREDENTIALS", "Invalid username or password"));
    }

    @Test
    void aCallNeedsASessionThatLives() throws Exception {
        String session = server.session();
        gate.open.countDown();

        assertThat(call("null").body()).isEqualTo(error("AUTHENTICATION_REQUIRED", "Authencation required"));
        assertThat(call("bogus").body()).isEqualTo(invalidSession());
        assertThat(call(session).body()).contains("\"success\":true");
        server.clock.pass(Duration.ofMinutes(24));
        assertThat(call(session).body()).contains("\"success\":true");
        server.clock.pass(Duration.ofMinutes(24).plusSeconds(1));
        assertThat(call(session).body()).isEqualTo(invalidSession());
        String expired = server.session();
        server.faults.expireSessions();
        assertThat(call(expired).body()).isEqualTo(invalidSession());
    }

    @Test
    void extendsessionWantsCookieOrSessionNameAndItsNameInTheForm() throws Exception {
        String session = server.session();

        assertThat(server.client
                        .send(server.client.form("operation", "extendsession").header("Cookie", "PHPSESSID=" + session))
                        .body())
                .contains("\"sessionName\":\"" + session + "\",\"userId\":\"19x1\",\"version\":\"0.22\"");
        assertThat(server.client
                        .post("operation", "extendsession", "sessionName", session)
                        .body())
                .contains("\"success\":true");
        assertThat(server.client
                        .post("operation", "extendsession", "PHPSESSID", session)
                        .body())
                .isEqualTo(error("AUTHENTICATION_FAILURE", "Authencation Failed"));
        assertThat(server.client
                        .get("operation", "extendsession", "sessionName", session)
                        .body())
                .isEqualTo(error("AUTHENTICATION_REQUIRED", "Authencation required"));
    }

    @Test
    void aSessionServesOneRequestAtATimeAndOthersGoOn() throws Exception {
        String one = server.session();
        String other = server.session();
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> sneaky(one), OWN_THREAD);
        await().until(() -> gate.entered.size() == 1);
        CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> sneaky(one), OWN_THREAD);
        CompletableFuture<String> third = CompletableFuture.supplyAsync(() -> sneaky(other), OWN_THREAD);

        await().until(() -> gate.entered.contains(other));
        assertThat(gate.entered).containsExactly(one, other);
        gate.open.countDown();

        assertThat(List.of(first.join(), second.join(), third.join())).allMatch(body -> body.contains("true"));
        assertThat(gate.entered).containsExactly(one, other, one);
    }

    @Test
    void theJournalHasNoSecrets() throws Exception {
        String session = server.session();
        gate.open.countDown();
        call(session);

        assertThat(server.journal.calls())
                .extracting(call -> call.operation() + call.sessionOrdinal())
                .containsExactly("getchallenge0", "login0", "gate1");
        assertThat(server.journal.calls().toString()).doesNotContain(session).doesNotContain("accessKey");
    }

    private HttpResponse<String> call(String session) throws Exception {
        return server.client.get("operation", "gate", "sessionName", session);
    }

    private String sneaky(String session) {
        try {
            return call(session).body();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String invalidSession() {
        return error("INVALID_SESSIONID", "Session Identifier provided is Invalid");
    }

    private static String error(String code, String message) {
        return "{\"success\":false,\"error\":{\"message\":\"" + message + "\",\"code\":\"" + code + "\"}}";
    }

    /** An operation that does not return before the gate opens. */
    private static final class Gate implements Operation {

        private final List<String> entered = new CopyOnWriteArrayList<>();
        private final CountDownLatch open = new CountDownLatch(1);

        @Override
        public String name() {
            return "gate";
        }

        @Override
        public HttpMethod method() {
            return HttpMethod.GET;
        }

        @Override
        public Object execute(Call call) throws InterruptedException {
            entered.add(call.sessionName());
            open.await();
            return "through";
        }
    }
}
