package io.github.camelvtiger.changes;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a feed selects. Where a module has line items ({@code webservice.md §7, §9}), any field of them makes the server
 * answer a row for each item and show one of them by chance; so all fields are there all but those.
 *
 * @param selection what stands between SELECT and FROM
 * @param mayCutPages whether the server may count several rows for one record
 */
record FeedColumns(String selection, boolean mayCutPages) {

    private static final Pattern OF_LINE_ITEM =
            Pattern.compile("productid|quantity|listprice|comment|discount_amount|discount_percent|tax\\d+");

    private static final String MODIFIED = "modifiedtime";
    /** What the feed itself needs of each record, where the module has it. */
    private static final List<String> NEEDED = List.of("id", MODIFIED, "createdtime");

    /** Others, such as {@code shipping_&_handling}, are described but cannot be written in VTQL. */
    private static final Pattern NAME = Pattern.compile("\\w+");

    /** @param wanted empty for all */
    static FeedColumns of(ModuleDescription module, List<String> wanted) {
        if (module.field(MODIFIED).isEmpty()) {
            throw new FeedRefusedException(
                    "The module " + module.name()
                            + " has no field modifiedtime, so its changes cannot be followed; read it with vtiger:query instead.");
        }
        boolean lineItems = LineItems.MODULES.contains(module.name());
        if (wanted.isEmpty() && !lineItems) {
            return new FeedColumns("*", false);
        }
        Set<String> names = new LinkedHashSet<>();
        if (wanted.isEmpty()) {
            module.fields().stream()
                    .map(Field::name)
                    .filter(name -> NAME.matcher(name).matches() && !isOfLineItem(name))
                    .forEach(names::add);
        } else {
            names.addAll(wanted);
        }
        NEEDED.stream().filter(name -> module.field(name).isPresent()).forEach(names::add);
        boolean mayCutPages = lineItems && names.stream().anyMatch(FeedColumns::isOfLineItem);
        return new FeedColumns(String.join(",", names), mayCutPages);
    }

    private static boolean isOfLineItem(String field) {
        return OF_LINE_ITEM.matcher(field).matches();
    }
}
