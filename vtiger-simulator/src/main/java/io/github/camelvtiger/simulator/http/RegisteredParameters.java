package io.github.camelvtiger.simulator.http;

import java.util.Map;
import java.util.Set;

/**
 * The parameters that a server has registered for each operation ({@code webservice.md §2}). It reads these as texts
 * before the operation runs, and fails on an array; others it does not look at.
 */
final class RegisteredParameters {

    private static final Map<String, Set<String>> BY_OPERATION = Map.ofEntries(
            Map.entry("login", Set.of("username", "accessKey")),
            Map.entry("retrieve", Set.of("id")),
            Map.entry("create", Set.of("elementType", "element")),
            Map.entry("update", Set.of("element")),
            Map.entry("delete", Set.of("id")),
            Map.entry("sync", Set.of("modifiedTime", "elementType")),
            Map.entry("query", Set.of("query")),
            Map.entry("logout", Set.of("sessionName")),
            Map.entry("listtypes", Set.of("fieldTypeList")),
            Map.entry("getchallenge", Set.of("username")),
            Map.entry("describe", Set.of("elementType")),
            Map.entry("convertlead", Set.of("element")),
            Map.entry("revise", Set.of("element")),
            Map.entry("changepassword", Set.of("id", "oldPassword", "newPassword", "confirmPassword")),
            Map.entry("deleteuser", Set.of("id", "newOwnerId")),
            Map.entry("wsapp_register", Set.of("type", "synctype")),
            Map.entry("wsapp_deregister", Set.of("type", "key")),
            Map.entry("wsapp_get", Set.of("key", "module", "token")),
            Map.entry("wsapp_put", Set.of("key", "element")),
            Map.entry("wsapp_map", Set.of("key", "element")),
            Map.entry("retrieve_inventory", Set.of("id")),
            Map.entry("relatedtypes", Set.of("elementType")),
            Map.entry("retrieve_related", Set.of("id", "relatedType", "relatedLabel")),
            Map.entry("query_related", Set.of("query", "id", "relatedLabel")),
            Map.entry("add_related", Set.of("sourceRecordId", "relatedRecordId", "relationIdLabel")),
            Map.entry("files_retrieve", Set.of("id")));

    private RegisteredParameters() {}

    static boolean reads(String operation, String parameter) {
        return BY_OPERATION.getOrDefault(operation, Set.of()).contains(parameter);
    }
}
