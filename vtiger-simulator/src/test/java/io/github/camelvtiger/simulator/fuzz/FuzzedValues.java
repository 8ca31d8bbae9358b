package io.github.camelvtiger.simulator.fuzz;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Ids, times, records in JSON and noise, right and nearly right. */
final class FuzzedValues {

    static final List<String> MODULES = List.of(
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

    static final List<String> FIELDS = List.of(
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

    private FuzzedValues() {}

    static Arbitrary<String> ids() {
        Arbitrary<String> parts = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.integers().between(1, 60).map(String::valueOf)),
                Tuple.of(1, Arbitraries.of("", "x", "-1", "0", "99999999999999999999", "1e3", "ä", "1'", "\u0000")));
        return Combinators.combine(parts, Arbitraries.of("x", "x", "x", "X", ""), parts)
                .as((module, x, number) -> module + x + number);
    }

    static Arbitrary<String> times() {
        return Arbitraries.of(
                "0", "-1", "1769817600", "99999999999999", "2026-01-01 00:00:00", "2026-13-45", "soon", "1e400", "");
    }

    static Arbitrary<String> json(int depth) {
        Arbitrary<String> scalars = Arbitraries.oneOf(
                Arbitraries.of(
                        "null", "true", "false", "0", "-1.5e309", "\"\"", "[]", "{}", "\"&amp;\"", "\"😀\"", "NaN"),
                ids().map(FuzzedValues::quoted),
                noise().map(FuzzedValues::quoted),
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

    static Arbitrary<String> noise() {
        return Arbitraries.strings().ofMaxLength(40);
    }
}
