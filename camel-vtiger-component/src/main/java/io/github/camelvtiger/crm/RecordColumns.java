package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.vtql.VtqlStatement;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The fields of a record itself. In a module with line items any field of the items makes the server answer a row for each
 * item, count them against the limit and show one of them by chance ({@code webservice.md §7, §9}).
 */
public final class RecordColumns {

    /** The discounts of the record have the column names of the items'. Each was tried on a real Vtiger 8.2.0. */
    private static final Pattern OF_LINE_ITEM = Pattern.compile(
            "productid|quantity|listprice|comment|discount_amount|discount_percent|hdnDiscount(Amount|Percent)|tax\\d+");

    /** Others, such as {@code shipping_&_handling}, are described but cannot be written in VTQL. */
    private static final Pattern NAME = Pattern.compile("\\w+");

    /** More does not fit into the address of a request with a condition besides. */
    private static final int LONGEST = 4_000;

    private RecordColumns() {}

    /** Whether each row of the query is a record, so that the server counts records against the limit. */
    static boolean countsRecords(VtqlStatement query) {
        return !LineItems.MODULES.contains(query.module())
                || !query.columns().isEmpty()
                        && Stream.of(query.columns(), query.condition().fields(), query.order())
                                .flatMap(Collection::stream)
                                .noneMatch(RecordColumns::isOfLineItem);
    }

    /**
     * The columns to select: those that are wanted; where all are, and the module has line items, all of the record itself.
     *
     * @param wanted empty for all
     * @param describe asked where the module has line items; where it fails, the query will say why
     * @return empty for all
     */
    static CompletableFuture<List<String>> of(
            String module, List<String> wanted, Function<String, CompletableFuture<ModuleDescription>> describe) {
        return wanted.isEmpty() && LineItems.MODULES.contains(module)
                ? describe.apply(module)
                        .thenApply(RecordColumns::all)
                        .thenApply(all -> String.join(", ", all).length() > LONGEST ? wanted : all)
                        .exceptionally(unknown -> wanted)
                : CompletableFuture.completedFuture(wanted);
    }

    /** All that can be selected without the items' fields, in the server's order. */
    public static List<String> all(ModuleDescription module) {
        return module.fields().stream()
                .map(Field::name)
                .filter(name -> isName(name) && !isOfLineItem(name))
                .toList();
    }

    /** Whether a field can be written in VTQL. */
    public static boolean isName(String field) {
        return NAME.matcher(field).matches();
    }

    public static boolean isOfLineItem(String field) {
        return OF_LINE_ITEM.matcher(field).matches();
    }
}
