package io.github.camelvtiger.simulator.lead;

import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.operation.WebserviceId;
import io.github.camelvtiger.simulator.record.Records;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.RecordWriter;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes Accounts, Contacts and Potentials of a Lead, in that order, all in the name of an administrator. What was made
 * stays when a later one fails ({@code webservice.md §10}).
 */
final class LeadConversion {

    private static final List<String> SLOTS = List.of("Accounts", "Contacts", "Potentials");

    private final CrmStore store;
    private final Records records;
    private final RecordWriter writer;
    private final NewEntity entities = new NewEntity(new LeadMapping());
    private final Belongings belongings;

    LeadConversion(CrmStore store, Records records, RecordWriter writer) {
        this.store = store;
        this.records = records;
        this.writer = writer;
        this.belongings = new Belongings(store);
    }

    /**
     * @param asked the sent {@code entities}: by slot what is to be made
     * @return ids by slot
     */
    Map<String, String> make(StoredRow lead, PhpValue asked, String owner, CrmUser administrator)
            throws InterruptedException {
        Map<String, String> made = new LinkedHashMap<>();
        for (String slot : SLOTS) {
            PhpValue sent = asked.get(slot);
            if (sent.get("create").truthy()) {
                ModuleMetadata module = module(sent.get("name").text());
                Optional<String> there =
                        sameAccount(module, sent.get("accountname").text());
                made.put(
                        slot,
                        there.isPresent()
                                ? there.get()
                                : create(
                                        module,
                                        entities.of(module, sent, lead, owner, made)
                                                .toString(),
                                        administrator));
            }
        }
        return made;
    }

    private ModuleMetadata module(String name) {
        return store.metadata()
                .module(name)
                .orElseThrow(() -> WebserviceException.accessDenied(
                        "Permission to perform the operation is denied for name : " + name));
    }

    /** An Account of the sent name is taken instead of a new one. */
    private Optional<String> sameAccount(ModuleMetadata module, String name) {
        return module.name().equals("Accounts") && !name.isEmpty()
                ? store.table("Accounts")
                        .live()
                        .filter(row -> row.value("accountname").strip().equalsIgnoreCase(name.strip()))
                        .findFirst()
                        .map(StoredRow::id)
                : Optional.empty();
    }

    private String create(ModuleMetadata module, String element, CrmUser administrator) throws InterruptedException {
        try {
            return records.create(module.name(), element, administrator)
                    .get("id")
                    .toString();
        } catch (WebserviceException e) {
            throw e.code().equals(0)
                    ? e
                    : new WebserviceException("UNKNOWN_OPERATION", e.getMessage() + " : " + module.name());
        }
    }

    /**
     * Hands the Lead's belongings on and marks it as converted.
     *
     * @param heir slot of the record that gets what only one can get
     * @return false if no record was made in that slot: all that were are deleted again then, an Account that had
     *     been there before with them
     */
    boolean settle(StoredRow lead, Map<String, String> made, String heir, CrmUser user) throws InterruptedException {
        if (made.containsKey("Accounts") && made.containsKey("Contacts") && made.containsKey("Potentials")) {
            store.links().add("potential", number(made.get("Contacts")), number(made.get("Potentials")));
        }
        if (!made.containsKey(heir)) {
            made.values().forEach(id -> records.delete(id, user));
            return false;
        }
        belongings.handOn(lead, made.get(heir), heir);
        belongings.handOnActivities(lead, made);
        store.links().removeAllOf("campaign", lead.number());
        writer.change(lead, Map.of("converted", "1"), user);
        return true;
    }

    private static long number(String id) {
        return WebserviceId.of(id).number();
    }
}
