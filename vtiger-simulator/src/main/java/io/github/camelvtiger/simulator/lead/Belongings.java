package io.github.camelvtiger.simulator.lead;

import io.github.camelvtiger.simulator.operation.WebserviceId;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.ModuleTable;
import io.github.camelvtiger.simulator.store.RecordLinks;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What hangs on a Lead and is handed on to the records it becomes; no {@code modifiedtime} moves by it. */
final class Belongings {

    private static final Set<String> HAVE_CAMPAIGNS = Set.of("Accounts", "Contacts");

    private final CrmStore store;

    Belongings(CrmStore store) {
        this.store = store;
    }

    /**
     * Documents, products, campaigns, comments and related records; the Lead keeps its own, except for comments.
     *
     * @param to the record that gets them
     * @param slot which of the Lead's successors it is
     */
    void handOn(StoredRow lead, String to, String slot) {
        long from = lead.number();
        long heir = WebserviceId.of(to).number();
        RecordLinks links = store.links();
        links.heldBy("document", from).toList().forEach(document -> links.add("document", heir, document));
        links.holdersOf("product", from).toList().forEach(product -> links.add("product", product, heir));
        either("record", from).forEach(record -> links.add("record", heir, record));
        if (HAVE_CAMPAIGNS.contains(slot)) {
            either("campaign", from).forEach(campaign -> links.add("campaign", campaign, heir));
        }
        change("ModComments", "related_to", lead, Map.of("related_to", to));
    }

    /** Tasks and Events go to the Account and to the Contact at once. */
    void handOnActivities(StoredRow lead, Map<String, String> made) {
        Map<String, String> changes = new HashMap<>();
        changes.put("parent_id", made.getOrDefault("Accounts", ""));
        if (made.containsKey("Contacts")) {
            changes.put("contact_id", made.get("Contacts"));
        }
        change("Calendar", "parent_id", lead, changes);
        change("Events", "parent_id", lead, changes);
    }

    private void change(String module, String reference, StoredRow lead, Map<String, String> changes) {
        ModuleTable table = store.table(module);
        table.live()
                .filter(row -> row.value(reference).equals(lead.id()))
                .toList()
                .forEach(row -> table.change(row.number(), current -> current.with(changes)));
    }

    private List<Long> either(String kind, long number) {
        return Stream.concat(store.links().heldBy(kind, number), store.links().holdersOf(kind, number))
                .toList();
    }
}
