package io.github.camelvtiger.simulator.relation;

import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.ModuleTable;
import java.util.Map;
import java.util.Set;

/** If the server notes that two records belong together: in a table of its own for some modules, in a field for others. */
final class Linking {

    private static final Set<String> HAVE_PRODUCTS = Set.of("Leads", "Accounts", "Contacts", "Potentials");
    private static final Set<String> HAVE_CAMPAIGNS = Set.of("Leads", "Accounts", "Contacts");

    private final CrmStore store;

    Linking(CrmStore store) {
        this.store = store;
    }

    void link(String from, long source, String to, long target) {
        if (to.equals("Documents")) {
            store.links().add("document", source, target);
        } else if (to.equals("Products") && HAVE_PRODUCTS.contains(from)) {
            store.links().add("product", target, source);
        } else if (from.equals("Products") && (HAVE_PRODUCTS.contains(to) || to.equals("Products"))) {
            bundle(source, target);
        } else if (are("Campaigns", HAVE_CAMPAIGNS, from, to)) {
            store.links().add("campaign", source, target);
        } else if (are("Contacts", Set.of("Potentials"), from, to)) {
            store.links().add("potential", source, target);
        } else if (are("Contacts", Set.of("Vendors"), from, to)) {
            store.links().add("vendor", source, target);
        } else if (from.equals("Vendors") && to.equals("Products")) {
            put("Products", target, "vendor_id", "Vendors", source);
        } else {
            store.links().add("record", source, target);
            serviceContract(from, source, to, target);
        }
    }

    private static boolean are(String one, Set<String> others, String from, String to) {
        return from.equals(one) && others.contains(to) || to.equals(one) && others.contains(from);
    }

    /** Not the other way round as well: a product is not a part of its own part. */
    private void bundle(long product, long target) {
        if (store.links().heldBy("product", target).noneMatch(held -> held == product)) {
            store.links().add("product", product, target);
        }
    }

    /** Without its time being moved. */
    private void put(String module, long number, String field, String referredModule, long referred) {
        store.table(referredModule).live(referred).ifPresent(row -> store.table(module)
                .change(number, current -> current.with(Map.of(field, row.id()))));
    }

    /** A ticket without an Account or without a Contact gets whichever of the two the contract is for. */
    private void serviceContract(String from, long source, String to, long target) {
        if (!are("ServiceContracts", Set.of("HelpDesk"), from, to)) {
            return;
        }
        long contract = from.equals("ServiceContracts") ? source : target;
        long ticket = from.equals("ServiceContracts") ? target : source;
        ModuleTable tickets = store.table("HelpDesk");
        String customer = store.table("ServiceContracts")
                .live(contract)
                .map(row -> row.value("sc_related_to"))
                .orElse("");
        boolean lacking = tickets.live(ticket)
                .filter(row -> row.value("parent_id").isEmpty()
                        || row.value("contact_id").isEmpty())
                .isPresent();
        if (lacking && !customer.isEmpty()) {
            String field = isAccount(customer) ? "parent_id" : "contact_id";
            tickets.change(ticket, current -> current.with(Map.of(field, customer)));
        }
    }

    private boolean isAccount(String id) {
        return id.startsWith(store.table("Accounts").module().idPrefix() + "x");
    }
}
