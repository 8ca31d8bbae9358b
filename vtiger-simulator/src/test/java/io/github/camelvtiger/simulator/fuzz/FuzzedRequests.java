package io.github.camelvtiger.simulator.fuzz;

import io.github.camelvtiger.simulator.fuzz.FuzzedRequest.Way;
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

    private static final Set<String> GET = Set.of(
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

    private static final List<String> MODULES = List.of(
            "Contacts",
            "Leads",
            "Accounts",
            "HelpDesk",
            "Invoice",
            "Quotes",
            "Products",
            "Documents",
            "ModComments",
            "Events",
            "Calendar",
            "Emails",
            "Users",
            "Groups",
            "Currency",
            "LineItem",
            "ProductTaxes",
            "Tax",
            "CompanyDetails",
            "DocumentFolders",
            "PBXManager",
            "contacts",
            "Nothing",
            "Ünïcode",
            "");

    private static final List<String> FIELDS = List.of(
            "id",
            "lastname",
            "firstname",
            "email",
            "assigned_user_id",
            "account_id",
            "modifiedtime",
            "createdtime",
            "annual_revenue",
            "productid",
            "LineItems",
            "hdnGrandTotal",
            "subject",
            "filename",
            "notes_title",
            "related_to",
            "date_start",
            "time_start",
            "activitytype",
            "birthday",
            "label",
            "*",
            "count(*)",
            "nothing");

    private static final List<String> WORDS = List.of(
            "select",
            "SELECT",
            "from",
            "where",
            "and",
            "or",
            "in",
            "like",
            "not",
            "order by",
            "desc",
            "limit",
            ",",
            ";",
            "(",
            ")",
            "=",
            "!=",
            "<",
            ">",
            "<=",
            ">=",
            "'",
            "\"",
            "%",
            "'%a%'",
            "''",
            "'\\'",
            "0",
            "-1",
            "1,2",
            "99999999999999999999",
            "null",
            "'12x1'",
            "'x'",
            "'2026-01-01'",
            "tags",
            "related.",
            "\\",
            "--",
            "#");

    private static final Map<String, String> NONE = Map.of();

    private FuzzedRequests() {}

    static Arbitrary<FuzzedRequest> any() {
        Arbitrary<String> operations =
                Arbitraries.frequencyOf(Tuple.of(20, Arbitraries.of(OPERATIONS)), Tuple.of(1, noise()));
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
                Tuple.of(1, noise()),
                Tuple.of(1, Arbitraries.of("element[]", "id[a][b]", "sessionName[]", "PHPSESSID", "operation")));
        return operations.flatMap(operation -> Combinators.combine(
                        ways(operation),
                        Arbitraries.maps(names, values()).ofMaxSize(3),
                        Arbitraries.frequencyOf(Tuple.of(8, expected(operation)), Tuple.of(1, Arbitraries.just(NONE))))
                .as((way, noise, expected) -> {
                    Map<String, String> parameters = new LinkedHashMap<>(noise);
                    parameters.putAll(expected);
                    return new FuzzedRequest(way, operation, parameters);
                }));
    }

    private static Arbitrary<Way> ways(String operation) {
        Way right = GET.contains(operation) ? Way.QUERY : Way.FORM;
        return Arbitraries.frequencyOf(Tuple.of(6, Arbitraries.just(right)), Tuple.of(2, Arbitraries.of(Way.values())));
    }

    /** The parameters that an operation reads, each with a value of its kind. */
    private static Arbitrary<Map<String, String>> expected(String operation) {
        return switch (operation) {
            case "create" -> both("elementType", Arbitraries.of(MODULES), "element", json(3));
            case "update", "revise" -> one("element", json(3));
            case "retrieve", "delete", "files_retrieve", "retrieve_inventory" -> one("id", ids());
            case "query" -> one("query", queries());
            case "describe", "relatedtypes" -> one("elementType", Arbitraries.of(MODULES));
            case "query_related" -> both("query", queries(), "id", ids());
            case "retrieve_related" -> both("id", ids(), "relatedLabel", Arbitraries.of(MODULES));
            case "add_related" -> both("sourceRecordId", ids(), "relatedRecordId", ids());
            case "sync" -> both("modifiedTime", times(), "elementType", Arbitraries.of(MODULES));
            case "convertlead" -> one("element", json(3));
            default -> Arbitraries.just(NONE);
        };
    }

    private static Arbitrary<Map<String, String>> one(String name, Arbitrary<String> values) {
        return values.map(value -> Map.of(name, value));
    }

    private static Arbitrary<Map<String, String>> both(
            String name, Arbitrary<String> values, String other, Arbitrary<String> others) {
        return Combinators.combine(values, others).as((value, second) -> Map.of(name, value, other, second));
    }

    private static Arbitrary<String> values() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(MODULES)),
                Tuple.of(4, ids()),
                Tuple.of(6, queries()),
                Tuple.of(6, json(3)),
                Tuple.of(2, times()),
                Tuple.of(2, noise()));
    }

    private static Arbitrary<String> ids() {
        Arbitrary<String> parts = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.integers().between(1, 60).map(String::valueOf)),
                Tuple.of(1, Arbitraries.of("", "x", "-1", "0", "99999999999999999999", "1e3", "ä", "1'", "\u0000")));
        return Combinators.combine(parts, Arbitraries.of("x", "x", "x", "X", ""), parts)
                .as((module, x, number) -> module + x + number);
    }

    private static Arbitrary<String> times() {
        return Arbitraries.of(
                "0", "-1", "1769817600", "99999999999999", "2026-01-01 00:00:00", "2026-13-45", "soon", "1e400", "");
    }

    private static Arbitrary<String> queries() {
        Arbitrary<String> words = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of(WORDS)),
                Tuple.of(3, Arbitraries.of(FIELDS)),
                Tuple.of(1, Arbitraries.of(MODULES)),
                Tuple.of(1, noise()));
        Arbitrary<String> soup = words.list().ofMaxSize(25).map(all -> String.join(" ", all));
        Arbitrary<String> nearMiss = Combinators.combine(
                        Arbitraries.of(FIELDS),
                        Arbitraries.of(MODULES),
                        words.list().ofMaxSize(8))
                .as((field, module, rest) ->
                        "select " + field + " from " + module + " where " + String.join(" ", rest) + ";");
        Arbitrary<String> condition = Combinators.combine(
                        Arbitraries.of(FIELDS),
                        Arbitraries.of("=", "!=", "<", ">=", "like", "in", "not in"),
                        Arbitraries.oneOf(ids().map(id -> "'" + id + "'"), Arbitraries.of(WORDS)))
                .as((field, operator, value) -> field + " " + operator + " " + value);
        Arbitrary<String> likely = Combinators.combine(
                        Arbitraries.of(FIELDS),
                        Arbitraries.of("Contacts", "Leads", "Accounts", "Invoice", "Products"),
                        condition.list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.of(FIELDS),
                        Arbitraries.of("", " desc", " limit 3", " limit 2, 5", " desc limit 100000"))
                .as((field, module, conditions, order, end) -> "select " + field + " from " + module + " where "
                        + String.join(" and ", conditions) + " order by " + order + end + ";");
        return Arbitraries.oneOf(soup, nearMiss, likely);
    }

    private static Arbitrary<String> json(int depth) {
        Arbitrary<String> scalars = Arbitraries.oneOf(
                Arbitraries.of(
                        "null", "true", "false", "0", "-1.5e309", "\"\"", "[]", "{}", "\"&amp;\"", "\"😀\"", "NaN"),
                ids().map(FuzzedRequests::quoted),
                noise().map(FuzzedRequests::quoted),
                noise());
        if (depth == 0) {
            return scalars;
        }
        Arbitrary<String> inner = Arbitraries.lazy(() -> json(depth - 1));
        Arbitrary<String> object = Arbitraries.maps(Arbitraries.of(FIELDS), inner)
                .ofMaxSize(6)
                .map(fields -> {
                    fields.putIfAbsent("lastname", quoted("Fuzz"));
                    fields.putIfAbsent("assigned_user_id", quoted("19x1"));
                    StringBuilder text = new StringBuilder("{");
                    fields.forEach((name, value) -> text.append(text.length() == 1 ? "" : ",")
                            .append(quoted(name))
                            .append(':')
                            .append(value));
                    return text.append('}').toString();
                });
        Arbitrary<String> array = inner.list().ofMaxSize(4).map(items -> "[" + String.join(",", items) + "]");
        Arbitrary<String> deep =
                Arbitraries.integers().between(100, 3_000).map(levels -> "[".repeat(levels) + "]".repeat(levels));
        Arbitrary<String> cut = Combinators.combine(
                        object, Arbitraries.doubles().between(0, 1))
                .as((text, share) -> text.substring(0, (int) (text.length() * share)));
        return Arbitraries.frequencyOf(
                Tuple.of(10, object), Tuple.of(4, scalars), Tuple.of(2, array), Tuple.of(2, cut), Tuple.of(1, deep));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static Arbitrary<String> noise() {
        return Arbitraries.strings().ofMaxLength(40);
    }
}
