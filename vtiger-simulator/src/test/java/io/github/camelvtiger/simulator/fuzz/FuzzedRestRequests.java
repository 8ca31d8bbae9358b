package io.github.camelvtiger.simulator.fuzz;

import io.github.camelvtiger.simulator.fuzz.FuzzedRestRequest.Login;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What may come in at {@code /restapi}: near misses of good requests more often than noise. */
final class FuzzedRestRequests {

    private static final String HOME = "/restapi/v1/vtiger/default/";

    private static final Set<String> ONLY_HERE_BY_GET =
            Set.of("me", "tags_retrieve", "lookup", "picklist_dependency", "get_account_hierarchy", "decrypt");

    private static final Set<String> ONLY_HERE_BY_POST =
            Set.of("delete_related", "tags_add", "tags_delete", "tag_delete", "reopen");

    private static final List<String> SHARED = List.of(
            "listtypes",
            "describe",
            "create",
            "retrieve",
            "update",
            "revise",
            "delete",
            "query",
            "sync",
            "convertlead",
            "relatedtypes",
            "retrieve_related",
            "query_related",
            "add_related",
            "files_retrieve",
            "login",
            "wsapp_register");

    private FuzzedRestRequests() {}

    static Arbitrary<FuzzedRestRequest> any() {
        return Arbitraries.frequencyOf(Tuple.of(20, Arbitraries.of(operations())), Tuple.of(1, FuzzedValues.noise()))
                .flatMap(FuzzedRestRequests::of);
    }

    private static List<String> operations() {
        List<String> all = new ArrayList<>(SHARED);
        all.addAll(ONLY_HERE_BY_GET);
        all.addAll(ONLY_HERE_BY_POST);
        return all;
    }

    private static Arbitrary<FuzzedRestRequest> of(String operation) {
        boolean reads = FuzzedRequests.GET.contains(operation) || ONLY_HERE_BY_GET.contains(operation);
        Arbitrary<Map<String, String>> noise =
                Arbitraries.maps(names(), FuzzedRequests.values()).ofMaxSize(3);
        Arbitrary<Map<String, String>> expected = Arbitraries.frequencyOf(
                Tuple.of(8, expected(operation)), Tuple.of(1, Arbitraries.just(FuzzedRequests.NONE)));
        return Combinators.combine(paths(operation), logins(), FuzzedRequests.ways(reads), noise, expected)
                .as((path, login, way, some, right) -> {
                    Map<String, String> all = new LinkedHashMap<>(some);
                    all.putAll(right);
                    return new FuzzedRestRequest(path, login, new FuzzedParameters(way, all));
                });
    }

    private static Arbitrary<String> paths(String operation) {
        String encoded = URLEncoder.encode(operation, StandardCharsets.UTF_8);
        return Arbitraries.frequencyOf(
                Tuple.of(20, Arbitraries.just(HOME + encoded)),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                HOME,
                                HOME + encoded.toUpperCase(),
                                HOME + encoded + "/",
                                HOME + encoded + "/12x1",
                                HOME + "../../../webservice.php",
                                HOME + "%2e%2e/" + encoded,
                                HOME + "%00" + encoded,
                                HOME + "%F0%9F%98%80",
                                HOME + encoded + ";a=b",
                                "/restapi",
                                "/restapi/",
                                "/restapi/v2/vtiger/default/" + encoded,
                                "/restapi//v1/vtiger/default/" + encoded,
                                "/restapi/vtap/api/" + encoded,
                                "/RESTAPI/v1/vtiger/default/" + encoded)));
    }

    private static Arbitrary<Login> logins() {
        return Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.just(Login.RIGHT)), Tuple.of(3, Arbitraries.of(Login.values())));
    }

    private static Arbitrary<String> names() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        20,
                        Arbitraries.of(
                                "element",
                                "elementType",
                                "id",
                                "query",
                                "sourceRecordId",
                                "relatedRecordId",
                                "relationIdLabel",
                                "relatedLabel",
                                "modifiedTime",
                                "syncType",
                                "tags",
                                "delete_all",
                                "searchIn",
                                "type",
                                "value",
                                "module",
                                "sourcefield",
                                "targetfield",
                                "fieldname")),
                Tuple.of(1, FuzzedValues.noise()),
                Tuple.of(
                        3,
                        Arbitraries.of(
                                "element[lastname]",
                                "element[a][b]",
                                "element[]",
                                "fieldTypeList[]",
                                "tags[]",
                                "searchIn[Contacts][]",
                                "id[",
                                "[]")));
    }

    /** The parameters that an operation reads, each with a value of its kind. */
    private static Arbitrary<Map<String, String>> expected(String operation) {
        return switch (operation) {
            case "tags_retrieve", "reopen", "get_account_hierarchy" -> FuzzedRequests.one("id", FuzzedValues.ids());
            case "tags_add", "tags_delete", "tag_delete" ->
                FuzzedRequests.both("id", FuzzedValues.ids(), "tags", FuzzedValues.json(1));
            case "decrypt" -> FuzzedRequests.both("id", FuzzedValues.ids(), "fieldname", fields());
            case "delete_related" ->
                FuzzedRequests.both("sourceRecordId", FuzzedValues.ids(), "relatedRecordId", FuzzedValues.ids());
            case "lookup" ->
                Combinators.combine(
                                Arbitraries.of("phone", "email", "url", ""),
                                Arbitraries.oneOf(
                                        FuzzedValues.noise(), Arbitraries.of("0", "+49 89", "a@example.org", " ")),
                                searchIn())
                        .as((type, value, places) -> Map.of("type", type, "value", value, "searchIn", places));
            case "picklist_dependency" ->
                Combinators.combine(Arbitraries.of(FuzzedValues.MODULES), fields(), fields())
                        .as((module, source, target) ->
                                Map.of("module", module, "sourcefield", source, "targetfield", target));
            default -> FuzzedRequests.expected(operation);
        };
    }

    private static Arbitrary<String> fields() {
        return Arbitraries.oneOf(
                Arbitraries.of(FuzzedValues.FIELDS),
                Arbitraries.of("leadsource", "rating", "industry", "ticketstatus"));
    }

    private static Arbitrary<String> searchIn() {
        Arbitrary<String> near = Combinators.combine(
                        Arbitraries.of(FuzzedValues.MODULES), Arbitraries.oneOf(fields(), FuzzedValues.json(1)))
                .as((module, field) -> "{\"" + module + "\":[\"" + field.replace("\"", "") + "\"]}");
        return Arbitraries.oneOf(near, FuzzedValues.json(2), Arbitraries.just(""));
    }
}
