package io.github.camelvtiger.simulator.fuzz;

import io.github.camelvtiger.simulator.fuzz.FuzzedParameters.Way;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What may come in: near misses of good requests more often than noise, because they get further. */
final class FuzzedRequests {

    private static final List<String> OPERATIONS = List.of(
            "login",
            "getchallenge",
            "extendsession",
            "logout",
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
            "changepassword",
            "relatedtypes",
            "retrieve_related",
            "query_related",
            "add_related",
            "files_retrieve",
            "retrieve_inventory",
            "deleteuser",
            "wsapp_register");

    static final Set<String> GET = Set.of(
            "getchallenge",
            "listtypes",
            "describe",
            "retrieve",
            "query",
            "sync",
            "relatedtypes",
            "retrieve_related",
            "query_related",
            "files_retrieve",
            "retrieve_inventory");

    static final Map<String, String> NONE = Map.of();

    private FuzzedRequests() {}

    static Arbitrary<FuzzedRequest> any() {
        Arbitrary<String> operations =
                Arbitraries.frequencyOf(Tuple.of(20, Arbitraries.of(OPERATIONS)), Tuple.of(1, FuzzedValues.noise()));
        Arbitrary<String> names = Arbitraries.frequencyOf(
                Tuple.of(
                        20,
                        Arbitraries.of(
                                "element",
                                "elementType",
                                "id",
                                "query",
                                "sourceRecordId",
                                "relatedRecordId",
                                "relatedLabel",
                                "relatedType",
                                "sourceId",
                                "modifiedTime",
                                "syncType",
                                "fieldTypeList",
                                "username",
                                "accessKey",
                                "format",
                                "key",
                                "type",
                                "url",
                                "newPassword")),
                Tuple.of(1, FuzzedValues.noise()),
                Tuple.of(1, Arbitraries.of("element[]", "id[a][b]", "sessionName[]", "PHPSESSID", "operation")));
        return operations.flatMap(operation -> Combinators.combine(
                        ways(GET.contains(operation)),
                        Arbitraries.maps(names, values()).ofMaxSize(3),
                        Arbitraries.frequencyOf(Tuple.of(8, expected(operation)), Tuple.of(1, Arbitraries.just(NONE))))
                .as((way, noise, expected) -> {
                    Map<String, String> parameters = new LinkedHashMap<>(noise);
                    parameters.putAll(expected);
                    return new FuzzedRequest(way, operation, parameters);
                }));
    }

    static Arbitrary<Way> ways(boolean reads) {
        Way right = reads ? Way.QUERY : Way.FORM;
        return Arbitraries.frequencyOf(Tuple.of(6, Arbitraries.just(right)), Tuple.of(2, Arbitraries.of(Way.values())));
    }

    /** The parameters that an operation reads, each with a value of its kind. */
    static Arbitrary<Map<String, String>> expected(String operation) {
        return switch (operation) {
            case "create" -> both("elementType", Arbitraries.of(FuzzedValues.MODULES), "element", FuzzedValues.json(3));
            case "update", "revise" -> one("element", FuzzedValues.json(3));
            case "retrieve", "delete", "files_retrieve", "retrieve_inventory" -> one("id", FuzzedValues.ids());
            case "query" -> one("query", FuzzedQueries.any());
            case "describe", "relatedtypes" -> one("elementType", Arbitraries.of(FuzzedValues.MODULES));
            case "query_related" -> both("query", FuzzedQueries.any(), "id", FuzzedValues.ids());
            case "retrieve_related" ->
                both("id", FuzzedValues.ids(), "relatedLabel", Arbitraries.of(FuzzedValues.MODULES));
            case "add_related" -> both("sourceRecordId", FuzzedValues.ids(), "relatedRecordId", FuzzedValues.ids());
            case "sync" ->
                both("modifiedTime", FuzzedValues.times(), "elementType", Arbitraries.of(FuzzedValues.MODULES));
            case "convertlead" -> one("element", FuzzedValues.json(3));
            default -> Arbitraries.just(NONE);
        };
    }

    static Arbitrary<Map<String, String>> one(String name, Arbitrary<String> values) {
        return values.map(value -> Map.of(name, value));
    }

    static Arbitrary<Map<String, String>> both(
            String name, Arbitrary<String> values, String other, Arbitrary<String> others) {
        return Combinators.combine(values, others).as((value, second) -> Map.of(name, value, other, second));
    }

    static Arbitrary<String> values() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(FuzzedValues.MODULES)),
                Tuple.of(4, FuzzedValues.ids()),
                Tuple.of(6, FuzzedQueries.any()),
                Tuple.of(6, FuzzedValues.json(3)),
                Tuple.of(2, FuzzedValues.times()),
                Tuple.of(2, FuzzedValues.noise()));
    }
}
