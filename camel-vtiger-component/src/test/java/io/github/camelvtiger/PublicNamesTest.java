package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.client.AlteredRecordException;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.operation.ActionTable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names that routes, properties and code of others are written against; they stay where they are. */
class PublicNamesTest {

    private static final Set<String> CAMELS_OWN = Set.of(
            "autowiredEnabled",
            "bridgeErrorHandler",
            "exceptionHandler",
            "exchangePattern",
            "healthCheckConsumerEnabled",
            "healthCheckProducerEnabled",
            "lazyStartProducer",
            "pollStrategy",
            "sendEmptyMessageWhenIdle");

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

    /** Besides those that every endpoint and every scheduled poll of Camel has. */
    @Test
    void anEndpointHasTheseOptions() throws IOException {
        assertThat(own("properties"))
                .containsExactlyInAnyOrder(
                        "columns",
                        "connection",
                        "lineItems",
                        "path",
                        "query",
                        "startFrom",
                        "typedValues",
                        "url",
                        "where",
                        "syncType",
                        "verifyDelay",
                        "changedFields",
                        "cursorDirectory",
                        "cursorKey",
                        "deletedCheckPeriod",
                        "events",
                        "fetchRecord",
                        "hints",
                        "ignoreOwnChanges",
                        "maxInFlight",
                        "maxMessagesPerPoll",
                        "onFailure",
                        "sweepPeriod",
                        "cursorRepository",
                        "maxDeletedShare",
                        "sweepListener",
                        "action",
                        "allowedOperations",
                        "ambiguousWrites",
                        "failOnError",
                        "intent",
                        "keepRecords",
                        "lineItemUpdate",
                        "matchFields",
                        "method",
                        "notFoundBehaviour",
                        "onAltered",
                        "onMultiple",
                        "parallelism",
                        "rawPayload",
                        "resolveNames",
                        "stopOnError",
                        "validate",
                        "connectTimeout",
                        "dailyReserve",
                        "maxAnswerSize",
                        "maxRetryAfter",
                        "maxSessions",
                        "protocol",
                        "readAttempts",
                        "requestsPerMinute",
                        "responseTimeout",
                        "proxyAuthPassword",
                        "proxyAuthUsername",
                        "proxyHost",
                        "proxyPort",
                        "accessKey",
                        "hostnameVerification",
                        "secret",
                        "secretHeader",
                        "sslContextParameters",
                        "username");
    }

    /** A component has all of them, and besides: */
    @Test
    void theComponentHasTheOptionsOfItsEndpoints() throws IOException {
        List<String> ofComponent = new ArrayList<>(own("componentProperties"));
        assertThat(ofComponent).containsAll(own("properties"));
        ofComponent.removeAll(own("properties"));
        assertThat(ofComponent).containsExactlyInAnyOrder("configuration", "useGlobalSslContextParameters");
    }

    @Test
    void optionsHaveTheseChoices() throws IOException {
        Map<String, List<String>> choices = new TreeMap<>();
        for (String option : own("properties")) {
            List<String> values = new ArrayList<>();
            metadata().at("/properties/" + option + "/enum").forEach(value -> values.add(value.asText()));
            if (!values.isEmpty()) {
                choices.put(option, values);
            }
        }
        assertThat(choices)
                .containsOnly(
                        Map.entry("syncType", List.of("APPLICATION", "USER", "USERANDGROUP")),
                        Map.entry("onFailure", List.of("STOP", "SKIP", "PARK")),
                        Map.entry("ambiguousWrites", List.of("FAIL", "VERIFY")),
                        Map.entry("lineItemUpdate", List.of("MERGE", "REPLACE")),
                        Map.entry("method", List.of("GET", "POST", "PUT", "PATCH", "DELETE")),
                        Map.entry("notFoundBehaviour", List.of("EXCEPTION", "NULL")),
                        Map.entry("onAltered", List.of("WARN", "FAIL", "IGNORE")),
                        Map.entry("onMultiple", List.of("FAIL", "FIRST", "ALL")),
                        Map.entry("protocol", List.of("AUTO", "WEBSERVICE", "REST")));
    }

    @Test
    void headersAndExchangePropertiesHaveTheseNames() throws IllegalAccessException {
        List<Object> names = new ArrayList<>();
        for (Field constant : VtigerConstants.class.getFields()) {
            names.add(constant.get(null));
        }
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "CamelVtigerOperation",
                        "CamelVtigerModule",
                        "CamelVtigerRecordId",
                        "CamelVtigerQuery",
                        "CamelVtigerRelatedModule",
                        "CamelVtigerRelatedId",
                        "CamelVtigerRelationLabel",
                        "CamelVtigerEvent",
                        "CamelVtigerModifiedTime",
                        "CamelVtigerDeletedAfter",
                        "CamelVtigerChangedFields",
                        "CamelVtigerOutcome",
                        "CamelVtigerCount",
                        "CamelVtigerAction",
                        "CamelVtigerIntent",
                        "CamelVtigerAltered",
                        "CamelVtigerTitle",
                        "CamelVtigerHttpHeaders",
                        "CamelVtigerConsumerModule",
                        "CamelVtigerWriteInterceptor");
    }

    @Test
    void actionsHaveTheseKeys() {
        assertThat(ActionTable.examples().keySet())
                .containsExactly(
                        "create-record",
                        "retrieve-record",
                        "update-record",
                        "delete-record",
                        "query-records",
                        "count-records",
                        "export-records",
                        "upsert-record",
                        "find-by-phone-or-email",
                        "describe-module",
                        "get-json-schema",
                        "list-modules",
                        "list-relations",
                        "list-related-records",
                        "query-related-records",
                        "relate-records",
                        "unrelate-records",
                        "convert-lead",
                        "upload-document",
                        "upload-image",
                        "download-file",
                        "list-changes",
                        "get-current-user",
                        "list-connections");
    }

    @Test
    void failuresHaveTheseTypes() {
        assertThat(VtigerException.class.getPermittedSubclasses())
                .extracting(Class::getSimpleName)
                .containsExactlyInAnyOrder(
                        "AccessDeniedException",
                        "AmbiguousWriteException",
                        "AuthenticationException",
                        "BatchFailedException",
                        "DuplicateRecordException",
                        "InvalidRecordException",
                        "QuerySyntaxException",
                        "RateLimitedException",
                        "RecordNotFoundException",
                        "ServerFailureException",
                        "TransportException",
                        "WithheldWriteException");
        assertThat(AlteredRecordException.class).isAssignableTo(InvalidRecordException.class);
    }

    /** What Camel gives to every component of the kind is not among them; its scheduler's options have a label. */
    private static List<String> own(String section) throws IOException {
        List<String> names = new ArrayList<>();
        metadata().get(section).properties().forEach(option -> {
            JsonNode about = option.getValue();
            if (!about.get("kind").asText().equals("path")
                    && !about.path("label").asText().contains("scheduler")
                    && !CAMELS_OWN.contains(option.getKey())) {
                names.add(option.getKey());
            }
        });
        return names;
    }

    private static JsonNode metadata() throws IOException {
        try (InputStream json =
                PublicNamesTest.class.getResourceAsStream("/META-INF/io/github/camelvtiger/vtiger.json")) {
            return new ObjectMapper().readTree(json);
        }
    }
}
