package io.github.camelvtiger.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.HostileCrm;
import io.github.camelvtiger.client.AmbiguousWriteException;
import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.ServerFailureException;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request may ask for, and what of it is repeated. */
class RawRequestsTest {

    private final HostileCrm crm =
            new HostileCrm((request, out) -> (request.operation().equals("good")
                            ? HostileCrm.result("1")
                            : HostileCrm.status("500 Internal Server Error", "Content-Type: text/html", ""))
                    .write(request, out));
    private final VtigerClient client = new VtigerClient(new ClientSettings(crm.url(), "admin", "key"));

    @AfterEach
    void close() {
        client.close();
        crm.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "operation",
                " operation",
                "   sessionName",
                "operation[]",
                "operation[x][y]",
                "sessionName[0]rest",
                "operation\0x",
                " sessionName\0[",
                "%6fperation",
                "%20operation",
                "sessionName%00",
                "session%4eame",
                "+operation"
            })
    void namesThatPhpReadsAsTheConnectionsOwnAreRefused(String name) {
        for (String method : List.of("GET", "POST")) {
            assertThatThrownBy(client.request("/good", method, Map.of(name, "delete"))::join)
                    .hasCauseInstanceOf(InvalidRecordException.class)
                    .hasMessageContaining("operation and sessionName");
        }
        assertThat(crm.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Operation",
                "SESSIONNAME",
                "operations",
                "my operation",
                "x[operation]",
                "operation[",
                "operation.x"
            })
    void otherNamesAreSentAsTheyAre(String name) {
        assertThat(client.request("/good", "POST", Map.of(name, "value")).join())
                .isEqualTo(1);
        assertThat(crm.requests().get(0).operation()).isEqualTo("good");
        assertThat(crm.requests().get(0).parameters()).containsEntry(name, "value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"retrieve", "query", "describe", "listtypes", "LISTTYPES"})
    void aReadThatFailsIsRepeated(String operation) {
        assertThatThrownBy(client.request("/" + operation, "GET", Map.of())::join)
                .hasCauseInstanceOf(ServerFailureException.class);
        assertThat(crm.requests()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"custom_import", "delete", "update", "retrieve2"})
    void whatIsNotKnownToBeAReadIsSentOnce(String operation) {
        assertThatThrownBy(client.request("/" + operation, "GET", Map.of())::join)
                .hasCauseInstanceOf(AmbiguousWriteException.class)
                .hasMessageContaining("It is not known whether " + operation + " happened");
        assertThat(crm.requests()).hasSize(1);
    }

    @Test
    void aReadByPostIsSentOnce() {
        assertThatThrownBy(client.request("/query", "POST", Map.of())::join)
                .hasCauseInstanceOf(AmbiguousWriteException.class);
        assertThat(crm.requests()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource
    void filesAreRefused(Object file) {
        for (Object value : List.of(file, Map.of("filename", file), List.of(Map.of("a", List.of(file))))) {
            assertThatThrownBy(client.request("/good", "POST", Map.of("element", value))::join)
                    .hasCauseInstanceOf(InvalidRecordException.class)
                    .hasMessageContaining("The parameter 'element' holds a file");
        }
        assertThat(crm.requests()).isEmpty();
    }

    static List<Object> filesAreRefused() {
        return List.of(
                new byte[] {1},
                ByteBuffer.allocate(1),
                new ByteArrayInputStream(new byte[1]),
                new StringReader("x"),
                new File("x.pdf"),
                Path.of("x.pdf"));
    }
}
