package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.client.AmbiguousWriteException;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.ServerFailureException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What request passes on, and what it does not. */
class RawDoorTest extends CrmTestSupport {

    private static final String CREATE = "vtiger:request?path=/create";

    private final List<InputStream> answers = new CopyOnWriteArrayList<>();

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:all")
                        .streamCache("false")
                        .to("vtiger:request?path=RAW(/describe?elementType=Contacts)&rawPayload=true")
                        .process(exchange -> answers.add(exchange.getMessage().getBody(InputStream.class)))
                        .setBody(constant("done"));
            }
        };
    }

    @Test
    void aFileAmongTheParametersIsSentAsOne() {
        for (Object file : List.of(
                "of bytes".getBytes(StandardCharsets.UTF_8),
                new ByteArrayInputStream("of stream".getBytes(StandardCharsets.UTF_8)))) {
            Exchange created = call(
                    CREATE,
                    Map.of(
                            "elementType",
                            "Documents",
                            "element",
                            Map.of("notes_title", "Raw", "filelocationtype", "I", "assigned_user_id", "19x1"),
                            "filename",
                            file));

            assertThat(created.getException()).isNull();
            assertThat(created.getMessage().getBody(Map.class))
                    .containsEntry("filename", "filename")
                    .containsKey("imageattachmentids");
        }
    }

    @Test
    void aFileWithinARecordIsRefused() {
        assertThat(call(CREATE, Map.of("element", Map.of("filename", new byte[1])))
                        .getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("the Java type byte[], which has no form in the CRM");
    }

    @Test
    void aFormIsReadIntoParameters() {
        Exchange created = call(
                CREATE,
                "elementType=Leads&element=%7B%22lastname%22%3A%22Form%22%2C%22company%22%3A%22C%22%2C%22assigned_user_id%22%3A%2219x1%22%7D",
                Map.of(Exchange.CONTENT_TYPE, "application/x-www-form-urlencoded"));

        assertThat(created.getException()).isNull();
        assertThat(created.getMessage().getBody(Map.class)).containsEntry("lastname", "Form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"operation", "sessionName", "operation[x]", " operation", "session\\Name", "a\"b"})
    void noParameterOfAMultipartCallsAnotherOperation(String name) {
        assertThat(call(CREATE, Map.of(name, "delete", "filename", new byte[1])).getException())
                .isInstanceOf(InvalidRecordException.class);
        assertThat(call(CREATE, Map.of(name, new byte[1])).getException()).isInstanceOf(InvalidRecordException.class);
    }

    @Test
    void aFormCannotCallAnotherOperation() {
        assertThat(call(
                                CREATE,
                                "operation=delete&id=12x1",
                                Map.of(Exchange.CONTENT_TYPE, "application/x-www-form-urlencoded"))
                        .getException())
                .hasMessageContaining("are the connection's own");
    }

    @Test
    void multipartIsNotPassedOnUnread() {
        assertThat(call(CREATE, new byte[10], Map.of(Exchange.CONTENT_TYPE, "multipart/form-data; boundary=x"))
                        .getException())
                .hasMessageContaining("give a Map, whose values may be files");
    }

    @Test
    void contentOfAnotherTypeIsSentAsItIsWithTheParametersInTheAddress() {
        Exchange asked = call(
                "vtiger:request?method=POST&path=RAW(/delete?id=12x999999)",
                "<xml/>".getBytes(StandardCharsets.UTF_8),
                Map.of(Exchange.CONTENT_TYPE, "text/xml"));

        // The operation reads forms only.
        assertThat(asked.getException()).isNotNull();
        assertThat(crm.calls()).anyMatch(sent -> sent.operation().equals("delete"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "cookie",
                "HOST",
                "Content-Length",
                "Proxy-Authorization",
                "X bad",
                "X-Bad\r\nHost"
            })
    void headersOfTheConnectionAreNotReplaced(String name) {
        assertThat(call("vtiger:request?path=/listtypes", null, Map.of(VtigerConstants.HTTP_HEADERS, Map.of(name, "x")))
                        .getException())
                .isInstanceOf(InvalidRecordException.class);
    }

    @Test
    void otherHeadersAreSent() {
        assertThat(call(
                                "vtiger:request?path=/listtypes",
                                null,
                                Map.of(VtigerConstants.HTTP_HEADERS, Map.of("X-Request-Id", "4711")))
                        .getException())
                .isNull();
    }

    @Test
    void otherMethodsAndPathsAreThoseOfTheRestApi() {
        assertThat(call("vtiger:request?path=/create&method=PATCH", Map.of("a", "b"))
                        .getException())
                .hasMessageContaining("webservice.php, which takes GET and POST");
        assertThat(call("vtiger:request?path=/files/{id}", Map.of("id", "../me"), Map.of())
                        .getException())
                .hasMessageContaining("/files/..%2Fme");
    }

    @ParameterizedTest
    @CsvSource({"query, POST, GET", "describe, POST, GET", "create, GET, POST", "Delete, GET, POST"})
    void theWrongMethodIsNotTakenForALackOfRights(String operation, String method, String right) {
        assertThat(call("vtiger:request?path=/" + operation + "?x=1&method=" + method, null)
                        .getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("set method=" + right);
    }

    @Test
    void anOperationThatTheServerLacksIsToldFromAWriteThatFailed() {
        assertThat(call("vtiger:request?path=/reopen", Map.of("id", "17x1")).getException())
                .isInstanceOf(AmbiguousWriteException.class)
                .hasMessageContaining("A server that does not have the operation answers in the same way");
    }

    @ParameterizedTest
    @CsvSource({
        "logout, POST, sessionId",
        "sync, GET, syncType",
        "convertlead, POST, 8.4",
        "files_retrieve, GET, by position",
        "delete_related, POST, Vtiger Cloud",
        "lookup, GET, vtiger:lookup",
    })
    void whatTheServerCannotDoComesWithTheReason(String operation, String method, String remedy) {
        for (String raw : List.of("", "&rawPayload=true")) {
            assertThat(call("vtiger:request?path=/" + operation + "&method=" + method + raw, null)
                            .getException())
                    .isInstanceOf(ServerFailureException.class)
                    .hasMessageContaining("nothing was sent")
                    .hasMessageContaining(remedy);
        }
    }

    @Test
    void anAnswerOfAnySizeIsAStreamThatIsClosedWithItsRoute() throws IOException {
        for (int times = 0; times < 12; times++) {
            assertThat(template.requestBody("direct:all", null, String.class)).isEqualTo("done");
        }

        for (InputStream answer : answers) {
            assertThatThrownBy(answer::read).hasMessage("The stream is closed.");
        }
    }

    @Test
    void aStreamedFailureIsAFailure() {
        assertThat(call("vtiger:request?path=RAW(/describe?elementType=Nothing)&rawPayload=true", null)
                        .getException())
                .isNotNull();
    }

    @Test
    void aStreamSurvivesTheEndOfASession() throws IOException {
        crm.faults().expireSessions();

        try (InputStream answer =
                (InputStream) call("vtiger:request?path=RAW(/describe?elementType=Contacts)&rawPayload=true", null)
                        .getMessage()
                        .getBody()) {
            assertThat(new String(answer.readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("{\"success\":true,")
                    .endsWith("}");
        }
    }
}
