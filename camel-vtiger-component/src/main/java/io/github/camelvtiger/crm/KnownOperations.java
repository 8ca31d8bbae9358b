package io.github.camelvtiger.crm;

import io.github.camelvtiger.http.HttpMethod;
import java.util.Optional;
import java.util.Set;

/** What is known of the server's operations by their registered names ({@code webservice.md §2}, {@code cloud-rest.md §2}). */
final class KnownOperations {

    /** Those by GET of {@code webservice.php}, which change nothing. */
    private static final Set<String> READING = Set.of(
            "retrieve",
            "query",
            "describe",
            "listtypes",
            "relatedtypes",
            "retrieve_related",
            "query_related",
            "retrieve_inventory",
            "sync",
            "getchallenge",
            "files_retrieve");

    /** Those by GET that only Vtiger Cloud has, which change nothing. */
    private static final Set<String> READING_OF_CLOUD =
            Set.of("lookup", "tags_retrieve", "picklist_dependency", "get_account_hierarchy", "decrypt");

    private static final Set<String> BY_POST = Set.of(
            "create",
            "update",
            "revise",
            "delete",
            "add_related",
            "convertlead",
            "login",
            "logout",
            "extendsession",
            "wsapp_register",
            "wsapp_deregister",
            "wsapp_get",
            "wsapp_put",
            "wsapp_map");

    private KnownOperations() {}

    /** Whether the operation, called by GET, is known to change nothing. */
    static boolean reads(String operation) {
        return READING.contains(operation) || READING_OF_CLOUD.contains(operation);
    }

    /** From which method {@code webservice.php} reads the parameters of an operation; empty for one that is not known. */
    static Optional<HttpMethod> method(String operation) {
        return READING.contains(operation)
                ? Optional.of(HttpMethod.GET)
                : BY_POST.contains(operation) ? Optional.of(HttpMethod.POST) : Optional.empty();
    }
}
