package io.github.camelvtiger.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelvtiger.HostileCrm;
import io.github.camelvtiger.HostileCrm.Answer;
import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.client.RateLimitedException;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.client.TransportException;
import io.github.camelvtiger.client.VtigerException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of answers that are not Vtiger's: what happened, without secrets, in one line. */
class ServerMessagesTest {

    private static final String ACCESS_KEY = "SecretKeyWithoutDigits";
    private static final byte[] ENVELOPE = "{\"success\":true,\"result\":[]}".getBytes(StandardCharsets.UTF_8);

    private volatile Answer answer;
    private volatile Function<Integer, Answer> answers = number -> answer;
    private final HostileCrm crm =
            new HostileCrm((request, out) -> answers.apply(requests()).write(request, out));
    private VtigerClient client = client(2, ClientSettings.MAX_RETRY_AFTER);

    @AfterEach
    void close() {
        client.close();
        crm.close();
    }

    private int requests() {
        return crm.requests().size();
    }

    @ParameterizedTest
    @MethodSource
    void eachFaultHasItsOwnSentence(Answer given, Class<? extends VtigerException> type, String sentence) {
        answer = given;

        Throwable failure =
                catchThrowable(client.query("select id from Contacts;")::join).getCause();

        assertThat(failure).isInstanceOf(type).hasMessageContaining(sentence);
        assertThat(failure.getMessage()).doesNotContain("connection was cut");
        assertThat(failure.getMessage()).doesNotContainPattern("\\p{Cntrl}");
    }

    static List<Arguments> eachFaultHasItsOwnSentence() {
        byte[] gzip = HostileCrm.gzip(ENVELOPE);
        return List.of(
                Arguments.of(
                        HostileCrm.bytes("200 OK", "Content-Encoding: gzip", "plain".getBytes(StandardCharsets.UTF_8)),
                        TransportException.class,
                        "the answer says that it is gzip and is not, or is damaged"),
                Arguments.of(
                        HostileCrm.bytes("200 OK", "Content-Encoding: gzip", Arrays.copyOf(gzip, gzip.length - 9)),
                        TransportException.class,
                        "the answer's gzip ends too early"),
                Arguments.of(
                        HostileCrm.bytes("200 OK", "Content-Encoding: br", gzip),
                        ServerFailureException.class,
                        "the answer is encoded as 'br' and not as gzip"),
                Arguments.of(
                        HostileCrm.status("200 OK", "Content-Type: text/html; charset=klingon", "<b>Hello</b>"),
                        ServerFailureException.class,
                        "a body that is not an answer of Vtiger ('Hello')"),
                Arguments.of(
                        HostileCrm.status("404 Not Found", "X: y", "<h1>proxy: no such site</h1>"),
                        TransportException.class,
                        "answered HTTP 404 with a body that is not an answer of Vtiger ('proxy: no such site'): there is no"
                                + " Vtiger at this address, or a proxy"),
                Arguments.of(
                        (Answer) (request, out) ->
                                out.write("SSH-2.0-OpenSSH_9.6\r\n\r\n".getBytes(StandardCharsets.UTF_8)),
                        TransportException.class,
                        "what came back is not HTTP"));
    }

    @Test
    void anUnknownCharsetOfJsonDoesNotMatter() {
        answer = HostileCrm.bytes("200 OK", "Content-Type: application/json; charset=klingon", ENVELOPE);

        assertThat(client.query("select id from Contacts;").join()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"INTERNAL_SERVER_ERROR", "ACCESS_DENIED", "QUERY_SYNTAX_ERROR", "MANDATORY_FIELDS_MISSING", "0"})
    void whatAServerEchoesIsCleaned(String code) {
        String echo = "bad \\r\\n2026-01-01 INFO forged " + HostileCrm.SESSION + " and " + ACCESS_KEY
                + " \\u001b[31m\\u2028end" + " " + HostileCrm.SESSION.toUpperCase(Locale.ROOT);
        answer = HostileCrm.failure(code, echo);

        clean(client.retrieve(RecordId.parse("12x1")), "forged *** and ***");
        clean(client.query("select id from Contacts;"), null);
        clean(client.create("Contacts", Map.of("lastname", "x")), null);
    }

    @Test
    void codesPagesAndRedirectsAreCleanedToo() {
        answer = HostileCrm.failure("CODE " + HostileCrm.SESSION + "\\n", "message");
        clean(client.query("select id from Contacts;"), "CODE ***");
        answer = HostileCrm.status(
                "500 Bad", "Content-Type: text/html", "<p>" + ACCESS_KEY + "\u0007\r\n" + HostileCrm.SESSION + "</p>");
        clean(client.query("select id from Contacts;"), "'*** ***'");
        answer = HostileCrm.status(
                "302 Found",
                "Location: https://user:" + ACCESS_KEY + "@other/x/" + HostileCrm.SESSION + "?sessionName="
                        + HostileCrm.SESSION,
                "");
        clean(client.query("select id from Contacts;"), "a redirect to https://other/x/***, which");
        answer = (request, out) -> out.write(
                ("HTTP/1.1 200 OK\r\nBroken " + HostileCrm.SESSION + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        clean(client.query("select id from Contacts;"), null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"429 Too Many Requests", "503 Service Unavailable"})
    void aReadWaitsAsTheServerAsksAndIsRepeated(String status) {
        answers = number -> number == 1
                ? HostileCrm.status(status, "Retry-After: 1", "slow down")
                : HostileCrm.json(new String(ENVELOPE, StandardCharsets.UTF_8));
        long begin = System.nanoTime();

        assertThat(client.query("select id from Contacts;").join()).isEmpty();

        assertThat(requests()).isEqualTo(2);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aReadWaitsUntilTheDateThatTheServerNames() {
        ZonedDateTime now = Instant.now().atZone(ZoneOffset.UTC);
        answers = number -> number == 1
                ? HostileCrm.status(
                        "429 Too Many Requests",
                        "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(now.plusDays(9)) + "\r\nRetry-After: "
                                + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                        now.plusDays(9).plusSeconds(1)),
                        "")
                : HostileCrm.json(new String(ENVELOPE, StandardCharsets.UTF_8));
        long begin = System.nanoTime();

        assertThat(client.query("select id from Contacts;").join()).isEmpty();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Retry-After: 86400",
                "Retry-After: 99999999999999",
                "Retry-After: soon",
                "Retry-After: -1",
                "X: y"
            })
    void aReadThatIsPutOffForGoodIsRateLimited(String header) {
        client.close();
        client = client(3, Duration.ofMillis(50));
        answer = HostileCrm.status("429 Too Many Requests", header, "");

        assertThat(catchThrowable(client.query("select id from Contacts;")::join))
                .hasCauseInstanceOf(RateLimitedException.class)
                .hasMessageContaining("HTTP 429");
        assertThat(requests()).isEqualTo(3);
    }

    @Test
    void aWriteThatIsPutOffIsNotRepeated() {
        answer = HostileCrm.status("429 Too Many Requests", "Retry-After: 1", "");

        assertThat(catchThrowable(client.create("Contacts", Map.of("lastname", "x"))::join))
                .hasCauseInstanceOf(RateLimitedException.class)
                .hasMessageContaining("asks to wait 1 s");
        assertThat(requests()).isEqualTo(1);
    }

    /** @param expected a part of the message; null for any */
    private static void clean(CompletableFuture<?> call, String expected) {
        Throwable failure = catchThrowable(call::join);
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString())
                .doesNotContainIgnoringCase(HostileCrm.SESSION)
                .doesNotContain(ACCESS_KEY)
                .doesNotContain("\n2026-01-01 INFO");
        VtigerException known = (VtigerException) failure.getCause();
        assertThat(known.getMessage() + known.getServerCode()).doesNotContainPattern("[\\p{Cntrl}\\u2028]");
        if (expected != null) {
            assertThat(known).hasMessageContaining(expected);
        }
    }

    private VtigerClient client(int attempts, Duration maxRetryAfter) {
        return new VtigerClient(new ClientSettings(
                crm.url(),
                "admin",
                ACCESS_KEY,
                ClientSettings.Protocol.AUTO,
                4,
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                0,
                0,
                attempts,
                ClientSettings.MAX_ANSWER_SIZE,
                maxRetryAfter,
                null,
                true,
                null));
    }
}
