package io.github.camelvtiger.simulator.lead;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvtiger.simulator.metadata.FieldMetadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.Map;
import java.util.Set;

/**
 * The element of one record that a Lead becomes: the Lead's values, over them those that were sent, and something in
 * every mandatory field ({@code webservice.md §10}).
 */
final class NewEntity {

    /** Of these an empty one is not filled. */
    private static final Set<String> LEFT_EMPTY = Set.of("picklist", "multipicklist", "date", "datetime");

    private static final String FILLED = "????";

    private final LeadMapping mapping;

    NewEntity(LeadMapping mapping) {
        this.mapping = mapping;
    }

    /** @param made ids of the records that the Lead has become before, by the slot they were asked for in */
    ObjectNode of(ModuleMetadata module, PhpValue sent, StoredRow lead, String owner, Map<String, String> made) {
        ObjectNode element = JsonNodeFactory.instance.objectNode();
        element.put("assigned_user_id", owner);
        mapping.to(module.name()).forEach((field, source) -> element.put(field, lead.value(source)));
        sent.json().properties().forEach(field -> {
            if (new PhpValue(field.getValue()).truthy()) {
                element.set(field.getKey(), field.getValue());
            }
        });
        for (FieldMetadata field : module.fields()) {
            JsonNode value = element.path(field.name());
            boolean fill = !(LEFT_EMPTY.contains(field.type()) && field.editable());
            if (field.mandatory() && fill && !new PhpValue(value).truthy()) {
                element.put(field.name(), FILLED);
            }
        }
        relate(module, element, made);
        element.put("imagename", "");
        element.put("isconvertedfromlead", "1");
        return element;
    }

    private static void relate(ModuleMetadata module, ObjectNode element, Map<String, String> made) {
        String account = made.getOrDefault("Accounts", "");
        String contact = made.getOrDefault("Contacts", "");
        if (module.name().equals("Potentials") && !account.isEmpty()) {
            element.put("related_to", account);
        }
        if (module.name().equals("Potentials") && !contact.isEmpty()) {
            element.put("contact_id", contact);
        }
        if (module.name().equals("Contacts") && !account.isEmpty()) {
            element.put("account_id", account);
        }
    }
}
