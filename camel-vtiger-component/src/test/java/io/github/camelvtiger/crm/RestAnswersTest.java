package io.github.camelvtiger.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelvtiger.HostileCrm;
import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.AccessDeniedException;
import io.github.camelvtiger.client.AmbiguousWriteException;
import io.github.camelvtiger.client.AuthenticationException;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.QuerySyntaxException;
import io.github.camelvtiger.client.RateLimitedException;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.RecordNotFoundException;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.client.TransportException;
import io.github.camelvtiger.client.VtigerException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers of Vtiger Cloud mean, in each form that its documentation and clients know ({@code cloud-rest.md §1}). */
class RestAnswersTest {

    private static final String HTML = "Content-Type: text/html";
    private static final Map<String, Object> RECORD = Map.of("lastname", "A", "assigned_user_id", "19x1");

    private Function<List<HostileCrm.Request>, HostileCrm.Answer> answers;
    private final HostileCrm crm =
            HostileCrm.ofCloud((request, out) -> answers.apply(requests()).write(request, out));
    private final VtigerClient client = RestClient.of(crm.url());

    private List<HostileCrm.Request> requests() {
        return crm.requests();
    }

    @AfterEach
    void close() {
        client.close();
        crm.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"success\":true,\"result\":{\"id\":\"12x3\"}}",
                "{\"result\":{\"id\":\"12x3\"},\"success\":true}",
                " {\n  \"success\" : true,\n  \"result\" : {\"id\" : \"12x3\"}\n}\n",
                "<b>Notice</b>: x in y\n{\"success\":true,\"result\":{\"id\":\"12x3\"}}"
            })
    void anEnvelopeIsReadHoweverItIsLaidOut(String body) {
        answers = all -> HostileCrm.json(body);

        assertThat(client.create("Contacts", RECORD).join()).containsEntry("id", "12x3");
    }

    @Test
    void aFailedCallHasItsCodeInTheBody() {
        answers = all -> HostileCrm.status(
                "400 Permission to perform the operation is denied",
                "Content-Type: application/json",
                "{\"error\":{\"code\":\"MANDATORY_FIELDS_MISSING\",\"message\":\"lastname does not have a value\"},\"success\":false}");

        VtigerException failure = failureOf(client.create("Contacts", RECORD));

        assertThat(failure).isInstanceOf(InvalidRecordException.class).hasMessageContaining("lastname");
        assertThat(failure.getServerCode()).isEqualTo("MANDATORY_FIELDS_MISSING");
        assertThat(failure.getHttpStatus()).isEqualTo(400);
        assertThat(requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 lastname does not have a value | MANDATORY_FIELDS_MISSING",
                "400 MANDATORY_FIELDS_MISSING: lastname does not have a value | MANDATORY_FIELDS_MISSING",
                "400 MANDATORY_FIELDS_MISSING | MANDATORY_FIELDS_MISSING",
                "400 Bad Request | HTTP 400",
                "400 | HTTP 400",
                "422 Unprocessable Content | HTTP 422"
            })
    void ofAWriteThatFailedTheStatusLineAloneIsEnough(String status, String code) {
        answers = all -> HostileCrm.status(status, HTML, "");

        VtigerException failure = failureOf(client.create("Contacts", RECORD));

        assertThat(failure).isInstanceOfAny(InvalidRecordException.class, ServerFailureException.class);
        assertThat(failure.getServerCode()).isEqualTo(code);
        assertThat(failure.getHttpStatus()).isEqualTo(Integer.parseInt(status.substring(0, 3)));
        assertThat(requests()).hasSize(1);
    }

    @Test
    void aStatusLineAloneSaysWhatKindOfFailureItIs() {
        answers = all -> HostileCrm.status("400 Record you are trying to access is not found", HTML, "");
        assertThat(failureOf(client.retrieve(RecordId.parse("12x3")))).isInstanceOf(RecordNotFoundException.class);

        answers = all -> HostileCrm.status("400 Syntax Error on line 1", HTML, "");
        assertThat(failureOf(client.query("select * from Contacts"))).isInstanceOf(QuerySyntaxException.class);

        answers = all -> HostileCrm.status("400 Permission to perform the operation is denied", HTML, "");
        assertThat(failureOf(client.request("/reopen", "POST", Map.of()))).isInstanceOf(AccessDeniedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"success\":false,\"error\":{\"code\":\"X\",\"message\":\"Y\"}}"})
    void wrongCredentialsAreSaidAndNotTriedAgain(String body) {
        answers = all -> HostileCrm.status("401 Unauthorized", HTML, body);

        assertThat(failureOf(client.listTypes()))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("accessKey")
                .hasMessageContaining("admin");
        assertThat(failureOf(client.create("Contacts", RECORD))).isInstanceOf(AuthenticationException.class);
        assertThat(requests()).hasSize(2);
    }

    @Test
    void whatIsForbiddenIsDeniedWithAndWithoutABody() {
        answers = all -> HostileCrm.status("403 Forbidden", HTML, "<html>Forbidden</html>");
        assertThat(failureOf(client.request("/reopen", "POST", Map.of())))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("addresses");

        answers = all -> HostileCrm.status(
                "403 Forbidden",
                HTML,
                "{\"success\":false,\"error\":{\"code\":\"ACCESS_DENIED\",\"message\":\"Permission denied for you\"}}");
        assertThat(failureOf(client.request("/reopen", "POST", Map.of())))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("Permission denied for you");
    }

    @Test
    void anAddressWithoutTheApiIsSaid() {
        answers = all -> HostileCrm.status("404 Not Found", HTML, "<html>Not Found</html>");

        VtigerException failure = failureOf(client.create("Contacts", RECORD));

        assertThat(failure)
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("protocol=webservice")
                .hasMessageContaining("/restapi/v1/vtiger/default/");
        assertThat(failure.getHttpStatus()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{\"success\":false,\"error\":{\"code\":\"LIMIT\",\"message\":\"too many\"}}", "<html>"})
    void beyondTheLimitAReadWaitsAsAskedAndAWriteIsNotRepeated(String body) {
        answers = all -> all.size() == 1
                ? HostileCrm.status("429 Too Many Requests", "Retry-After: 1\r\n" + HTML, body)
                : HostileCrm.result("{\"types\":[\"Contacts\"],\"information\":{}}");
        assertThat(client.listTypes().join()).containsExactly("Contacts");
        assertThat(requests()).hasSize(2);

        answers = all -> HostileCrm.status("429 Too Many Requests", HTML, body);
        VtigerException failure = failureOf(client.create("Contacts", RECORD));
        assertThat(failure).isInstanceOf(RateLimitedException.class).hasMessageContaining("create Contacts");
        assertThat(failure.getHttpStatus()).isEqualTo(429);
        assertThat(requests()).hasSize(3);
    }

    @Test
    void aLimitThatLastsLongerThanACallMayWaitFailsItWithoutARequest() {
        answers = all -> HostileCrm.status("429 Too Many Requests", "Retry-After: 3600\r\n" + HTML, "");
        try (VtigerClient impatient = RestClient.of(crm.url(), Duration.ofSeconds(1), 0)) {
            failureOf(impatient.create("Contacts", RECORD));

            assertThat(failureOf(impatient.create("Contacts", RECORD)))
                    .isInstanceOf(RateLimitedException.class)
                    .hasMessageContaining("was not sent")
                    .hasMessageContaining("maxRetryAfter");
            assertThat(failureOf(impatient.listTypes())).isInstanceOf(RateLimitedException.class);
            assertThat(requests()).hasSize(1);
            assertThat(impatient.rates().refused()).isEqualTo(2);
        }
    }

    @Test
    void theReserveOfTheDayIsLeftToOthers() {
        answers = all -> HostileCrm.status(
                "200 OK",
                "Content-Type: application/json\r\nX-RateLimit-DailyLimit: 3000\r\nX-RateLimit-Remaining: 500",
                "{\"success\":true,\"result\":{\"id\":\"12x3\"}}");
        try (VtigerClient modest = RestClient.of(crm.url(), Duration.ofSeconds(60), 500)) {
            modest.create("Contacts", RECORD).join();

            assertThat(failureOf(modest.create("Contacts", RECORD)))
                    .isInstanceOf(RateLimitedException.class)
                    .hasMessageContaining("500")
                    .hasMessageContaining("dailyReserve");
            assertThat(requests()).hasSize(1);
            assertThat(modest.rates().dayLeft()).hasValue(500);
        }
    }

    @Test
    void aServerThatFailsIsAskedAgainByReadsAndLeavesAWriteUncertain() {
        answers = all -> HostileCrm.status("500 Internal Server Error", HTML, "");

        assertThat(failureOf(client.listTypes())).isInstanceOf(ServerFailureException.class);
        assertThat(requests()).hasSize(2);
        assertThat(failureOf(client.create("Contacts", RECORD))).isInstanceOf(AmbiguousWriteException.class);
        assertThat(requests()).hasSize(3);
    }

    @Test
    void credentialsGoWithEachRequestAndNothingElseOfASession() {
        answers = all -> HostileCrm.result("[]");

        client.query("select lastname from Contacts where lastname = 'ä&='")
                .handle((rows, unread) -> 0)
                .join();

        assertThat(requests()).allSatisfy(request -> {
            assertThat(request.authorization()).startsWith("Basic ");
            assertThat(request.parameters()).doesNotContainKeys("sessionName", "operation");
        });
        assertThat(crm.probes()).isZero();
    }

    @Test
    void whatIsDocumentedAsAnArrayIsSentAsOneAndOtherListsAsJson() {
        answers = all -> HostileCrm.result("{}");

        client.request("/listtypes", "GET", Map.of("fieldTypeList", List.of("email")))
                .join();
        client.request("/tags_add", "POST", Map.of("id", "12x3", "tags", List.of("a", "b")))
                .join();

        assertThat(requests())
                .extracting(HostileCrm.Request::parameters)
                .containsExactly(Map.of("fieldTypeList[]", "email"), Map.of("id", "12x3", "tags", "[\"a\",\"b\"]"));
        assertThat(requests()).extracting(HostileCrm.Request::operation).containsExactly("listtypes", "tags_add");
    }

    @Test
    void theUsersOwnTextsAreDecoded() {
        answers = all -> HostileCrm.result(
                "{\"id\":\"19x1\",\"signature\":\"&lt;b&gt;A &amp;amp; B&#039;s&lt;/b&gt; &#8364; &#x20AC; &unknown; &#9999999;\",\"nested\":{\"x\":\"&lt;\"}}");

        assertThat(client.user().me().join())
                .containsEntry("signature", "<b>A &amp; B's</b> \u20ac \u20ac &unknown; &#9999999;")
                .containsEntry("nested", Map.of("x", "&lt;"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"on\"", "\"1\"", "true"})
    void anAdministratorIsOneInEachForm(String flag) {
        answers = all -> HostileCrm.result("{\"id\":\"19x1\",\"is_admin\":" + flag + "}");

        assertThat(client.user().isAdministrator().join()).isTrue();
    }

    @Test
    void theReleaseIsThatOfTheHeader() {
        answers = all -> HostileCrm.status(
                "200 OK",
                "Content-Type: application/json\r\nX-Vtiger-Version: 9.1",
                "{\"success\":true,\"result\":{\"id\":\"19x1\",\"user_name\":\"admin\"}}");
        assertThat(client.user().release().join()).isEqualTo("9.1");

        answers = all -> HostileCrm.result("{\"id\":\"19x1\"}");
        try (VtigerClient other = RestClient.of(crm.url())) {
            assertThat(other.user().release().join()).isEmpty();
        }
    }

    @Test
    void theTimeIsThatOfTheHeaderDate() {
        answers = all -> HostileCrm.status(
                "200 OK",
                "Content-Type: application/json\r\nDate: Sun, 01 Mar 2026 10:00:00 GMT",
                "{\"success\":true,\"result\":{\"id\":\"19x1\"}}");
        Instant shown = Instant.parse("2026-03-01T10:00:00Z");

        assertThat(client.challengeTime(Duration.ofMinutes(10)).join()).isBetween(shown, shown.plusSeconds(30));
        assertThat(client.challengeTime(Duration.ofMinutes(10)).join()).isAfterOrEqualTo(shown);
        assertThat(requests()).as("the second is the first, some time later").hasSize(1);
        assertThat(client.challengeTime(Duration.ZERO).join()).isAfterOrEqualTo(shown);
        assertThat(requests()).hasSize(2);
    }

    @Test
    void itemsThatCannotBeQueriedAreRetrievedWithTheirRecords() {
        answers = all -> {
            HostileCrm.Request last = all.get(all.size() - 1);
            return switch (last.operation()) {
                case "query" -> HostileCrm.failure("ACCESS_DENIED", "Permission to perform the operation is denied");
                case "listtypes" -> HostileCrm.result("{\"types\":[\"Invoice\"],\"information\":{}}");
                default ->
                    HostileCrm.result("{\"id\":\"" + last.parameters().get("id")
                            + "\",\"LineItems\":[{\"id\":\"33x1\",\"productid\":\"14x2\"}]}");
            };
        };

        List<Map<String, Object>> orders = new LineItemReader(client)
                .addTo(List.of(Map.of("id", "7x5"), Map.of("id", "7x6")))
                .join();

        assertThat(orders).extracting(order -> order.get("id")).containsExactly("7x5", "7x6");
        assertThat(orders).allSatisfy(order -> assertThat(order.get("LineItems"))
                .isEqualTo(List.of(Map.of("id", "33x1", "productid", "14x2"))));
    }

    private static VtigerException failureOf(CompletableFuture<?> call) {
        return (VtigerException) Futures.cause(catchThrowable(call::join));
    }
}
