package io.github.camelvtiger.simulator.comparison;

import java.util.List;
import java.util.Optional;

/** Calls that are wrong in themselves: the method, a parameter, an id, JSON that is none. */
final class MalformedCalls implements Subject {

    private static final List<String> IDS = List.of(
            "",
            "0",
            "abc",
            "12x",
            "x5",
            "12x0",
            "999x1",
            "12x-1",
            "12x1e3",
            "12 x 1",
            "12X1",
            "é",
            "12x99999999",
            "19x0",
            "21x0",
            "34x0",
            "33x0");

    private static final List<String> ELEMENTS = List.of(
            "",
            "x",
            "\"x\"",
            "5",
            "null",
            "true",
            "[]",
            "{}",
            "[1]",
            "{\"lastname\":",
            "{\"lastname\":\"a\"} x",
            "{\"lastname\":\"a\"}//c",
            "{'lastname':'a'}",
            "{\"lastname\":\"a\",}",
            "{\"id\":\"12x0\"}",
            "{\"id\":5}",
            "{\"id\":null,\"lastname\":\"a\"}",
            "{\"id\":[\"12x0\"]}",
            "{\"lastname\":\"a\",\"assigned_user_id\":\"12x1\"}",
            "{\"lastname\":\"\",\"assigned_user_id\":\"19x1\"}");

    @Override
    public String name() {
        return "malformed";
    }

    @Override
    public int weight() {
        return 6;
    }

    @Override
    public Optional<Step> step(Draw draw, Script script) {
        return Optional.of(
                switch (draw.below(10)) {
                    case 0 -> Step.get(draw.of("retrieve", "files_retrieve", "retrieve_inventory"), "id", draw.of(IDS));
                    case 1 -> Step.post("delete", "id", draw.of(IDS));
                    case 2, 3 ->
                        Step.post(
                                "create",
                                "elementType",
                                draw.of(
                                        "Bogus",
                                        "contacts",
                                        "",
                                        "Events",
                                        "Faq",
                                        "LineItem",
                                        "Users",
                                        "DocumentFolders"),
                                "element",
                                draw.of(ELEMENTS));
                    case 4, 5 -> Step.post(draw.of("update", "revise", "convertlead"), "element", draw.of(ELEMENTS));
                    case 6 ->
                        Step.get(draw.of("create", "update", "delete", "wsapp_get", "add_related"), "id", draw.of(IDS));
                    case 7 ->
                        Step.post(
                                draw.of("retrieve", "query", "describe", "listtypes", "sync", "relatedtypes"),
                                "id",
                                "12x0");
                    case 8 ->
                        Step.get(
                                draw.of("bogus", "delete_related", "history", "RETRIEVE", "Query", "describe "),
                                "id",
                                "12x0",
                                "query",
                                "select id from Contacts where id = '12x0';");
                    default ->
                        Step.post(
                                draw.of(
                                        "wsapp_get",
                                        "wsapp_put",
                                        "wsapp_map",
                                        "wsapp_deregister",
                                        "add_related",
                                        "mobile.login"),
                                "key",
                                draw.of("", "x"));
                });
    }
}
