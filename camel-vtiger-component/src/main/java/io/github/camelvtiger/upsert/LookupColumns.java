package io.github.camelvtiger.upsert;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a lookup selects: all fields, since the records found are the answers for rows that need no write. Where a module
 * has line items, a field of theirs would make the CRM count a row for each item against the page
 * ({@code webservice.md §7, §9}).
 */
final class LookupColumns {

    private static final Set<String> WITH_LINE_ITEMS = Set.of("Quotes", "SalesOrder", "PurchaseOrder", "Invoice");
    private static final Pattern OF_LINE_ITEM =
            Pattern.compile("productid|quantity|listprice|comment|discount_amount|discount_percent|tax\\d+");

    /** Others, such as {@code shipping_&_handling}, are described but cannot be written in VTQL. */
    private static final Pattern NAME = Pattern.compile("\\w+");

    private LookupColumns() {}

    static String of(ModuleDescription module) {
        return WITH_LINE_ITEMS.contains(module.name())
                ? module.fields().stream()
                        .map(Field::name)
                        .filter(name -> NAME.matcher(name).matches()
                                && !OF_LINE_ITEM.matcher(name).matches())
                        .collect(Collectors.joining(","))
                : "*";
    }
}
