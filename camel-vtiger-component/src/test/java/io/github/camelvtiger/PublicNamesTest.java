package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.VtigerException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names that routes, properties and code of others are written against; they stay where they are. */
class PublicNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VtigerComponent",
                "VtigerConnection",
                "VtigerConstants",
                "client.AccessDeniedException",
                "client.AlteredRecordException",
                "client.AmbiguousWriteException",
                "client.AuthenticationException",
                "client.BatchFailedException",
                "client.BatchItem",
                "client.BatchResult",
                "client.DuplicateRecordException",
                "client.InvalidRecordException",
                "client.PlannedWrite",
                "client.QuerySyntaxException",
                "client.RateLimitedException",
                "client.RecordId",
                "client.RecordNotFoundException",
                "client.ReferenceField",
                "client.ServerFailureException",
                "client.TransportException",
                "client.VtigerException",
                "client.VtigerRecord",
                "client.WithheldWriteException",
                "client.WriteInterceptor",
                "changes.CursorStore",
                "changes.FileCursorStore",
                "changes.JdbcCursorStore",
                "crm.VtigerClient"
            })
    void theTypeIsPublic(String name) throws ClassNotFoundException {
        Class<?> type = Class.forName("io.github.camelvtiger." + name);
        assertThat(Modifier.isPublic(type.getModifiers())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"getOperation", "getModule", "getRecordId", "getServerCode", "getHttpStatus"})
    void everyFailureHasTheProperty(String getter) throws NoSuchMethodException {
        assertThat(VtigerException.class.getMethod(getter)).isNotNull();
    }

    @Test
    void operationsHaveTheNamesOfTheirUris() {
        List<String> names = Arrays.stream(VtigerOperation.values())
                .map(VtigerOperation::uriName)
                .toList();
        assertThat(names)
                .containsExactly(
                        "create",
                        "retrieve",
                        "update",
                        "revise",
                        "delete",
                        "upsert",
                        "query",
                        "count",
                        "export",
                        "me",
                        "listTypes",
                        "describe",
                        "jsonSchema",
                        "relatedTypes",
                        "retrieveRelated",
                        "queryRelated",
                        "addRelated",
                        "deleteRelated",
                        "lookup",
                        "sync",
                        "convertLead",
                        "upload",
                        "download",
                        "request",
                        "actions",
                        "run",
                        "connections",
                        "changes",
                        "webhook");
    }
}
