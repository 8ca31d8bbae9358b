package io.github.camelvtiger.changes;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.crm.RecordColumns;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a feed selects. Where a module has line items ({@code webservice.md §7, §9}), any field of them makes the server
 * answer a row for each item and show one of them by chance; so all fields are there all but those.
 *
 * @param selection what is between SELECT and FROM
 * @param mayCutPages whether the server may count several rows for one record
 */
record FeedColumns(String selection, boolean mayCutPages) {

    static final String MODIFIED = "modifiedtime";
    /** What the feed itself needs of each record, where the module has it. */
    private static final List<String> NEEDED = List.of("id", MODIFIED, "createdtime");

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
            names.addAll(RecordColumns.all(module));
        } else {
            names.addAll(wanted);
        }
        NEEDED.stream().filter(name -> module.field(name).isPresent()).forEach(names::add);
        boolean mayCutPages = lineItems && names.stream().anyMatch(RecordColumns::isOfLineItem);
        return new FeedColumns(String.join(",", names), mayCutPages);
    }
}
