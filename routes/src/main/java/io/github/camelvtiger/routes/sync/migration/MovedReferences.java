package io.github.camelvtiger.routes.sync.migration;

import io.github.camelvtiger.client.AccessDeniedException;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.crm.RecordColumns;
import io.github.camelvtiger.routes.sync.mapping.MovedReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts ids of the target in the place of those of the source: what the records that move have become, as far as they are there, and
 * users, groups, currencies and folders by name.
 */
public final class MovedReferences {

    private static final int NONE = -1;

    private final MovedIds ids;
    private final Crm source;
    private final NamedRecords named;
    private final MissingNames missing;
    private final Map<String, Integer> prefixes = new HashMap<>();

    /**
     * @param source the CRM that is read
     * @param missing gets the names that the target does not have
     */
    public MovedReferences(MovedIds ids, Crm source, NamedRecords named, MissingNames missing) {
        this.ids = ids;
        this.source = source;
        this.named = named;
        this.missing = missing;
    }

    /**
     * A record with the ids of the target.
     *
     * @param record references that are open are empty in it
     * @param open by field, the record of the source that is wanted, such as {@code Accounts 11x5}
     * @param wanted the same of all references to records that move
     * @param faults why the record cannot be written without what is open, a sentence each
     */
    public record Translated(
            Map<String, Object> record, Map<String, String> open, Map<String, String> wanted, List<String> faults) {}

    /**
     * The records of a portion, in their order.
     *
     * @param module of the target, whose mandatory fields must not be empty
     * @param planned ids that stand in for those of records which are only planned, by how the source calls them
     */
    public List<Translated> translated(
            ModuleDescription module, Collection<Map<String, Object>> records, Map<String, String> planned) {
        Set<String> wanted = new LinkedHashSet<>();
        Map<String, Set<String>> names = new LinkedHashMap<>();
        for (Map<String, Object> record : records) {
            record.values().forEach(value -> {
                if (value instanceof MovedReference reference) {
                    String target = module(reference);
                    if (NamedRecords.are(target)) {
                        names.computeIfAbsent(target, same -> new LinkedHashSet<>())
                                .add(reference.id());
                    } else {
                        wanted.add(place(target, reference.id()));
                    }
                }
            });
            items(record).forEach(item -> product(item).ifPresent(wanted::add));
        }
        names.forEach(named::look);
        Map<String, String> known = new HashMap<>(planned);
        known.putAll(ids.find(wanted));
        return records.stream().map(record -> translated(module, record, known)).toList();
    }

    private Translated translated(ModuleDescription module, Map<String, Object> given, Map<String, String> known) {
        Translated translated =
                new Translated(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        boolean order = !items(given).isEmpty();
        given.forEach((field, value) -> {
            if (value instanceof MovedReference reference) {
                if (!order || !RecordColumns.isOfLineItem(field)) {
                    reference(module, field, reference, known, translated);
                }
            } else if (order && field.equals(LineItems.FIELD)) {
                translated.record.put(field, items(given, known, translated.faults));
            } else {
                translated.record.put(field, value);
            }
        });
        return translated;
    }

    private void reference(
            ModuleDescription module,
            String field,
            MovedReference reference,
            Map<String, String> known,
            Translated translated) {
        String target = module(reference);
        if (NamedRecords.are(target)) {
            Optional<String> id = named.find(target, reference.id());
            id.ifPresentOrElse(
                    found -> translated.record.put(field, found),
                    () -> missing.add(target, named.nameOf(reference.id())));
            return;
        }
        String wanted = place(target, reference.id());
        translated.wanted.put(field, wanted);
        String id = known.get(wanted);
        translated.record.put(field, id == null ? "" : id);
        if (id == null) {
            translated.open.put(field, wanted);
            if (module.field(field).filter(Field::mandatory).isPresent()) {
                translated.faults.add(
                        field + ": " + wanted
                                + " of the CRM that is read is not in this one, and the field must not be empty; move it first.");
            }
        }
    }

    private List<Map<String, Object>> items(
            Map<String, Object> record, Map<String, String> known, List<String> faults) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (Map<String, Object> item : items(record)) {
            Map<String, Object> moved = new LinkedHashMap<>(item);
            moved.remove("id");
            moved.remove("parent_id");
            Optional<String> product = product(item);
            Optional<String> here = product.map(known::get);
            if (product.isEmpty()) {
                faults.add("Item " + (items.size() + 1)
                        + " has no product, since that was deleted in the CRM that is read; give it one there.");
            } else if (here.isEmpty()) {
                faults.add("Item " + (items.size() + 1) + ": " + product.get()
                        + " of the CRM that is read is not in this one; move it first.");
            }
            moved.put(LineItems.PRODUCT, here.orElse(""));
            items.add(moved);
        }
        return items;
    }

    @SuppressWarnings("unchecked") // items are as JSON has them
    private static List<Map<String, Object>> items(Map<String, Object> record) {
        return record.get(LineItems.FIELD) instanceof List<?> items ? (List<Map<String, Object>>) items : List.of();
    }

    private Optional<String> product(Map<String, Object> item) {
        return item.get(LineItems.PRODUCT) instanceof String id && RecordId.isOne(id)
                ? Optional.of(place(module(new MovedReference(id, LineItems.PRODUCTS)), id))
                : Optional.empty();
    }

    private static String place(String module, String id) {
        return module + " " + id;
    }

    /** By the prefix of its id; one that none of the modules has is of a module that does not move. */
    private String module(MovedReference reference) {
        int prefix = RecordId.parse(reference.id()).prefix();
        return reference.modules().stream()
                .filter(module -> prefix(module) == prefix)
                .findFirst()
                .orElse("a record");
    }

    private int prefix(String module) {
        return prefixes.computeIfAbsent(module, this::described);
    }

    /** One that the user does not see has no records here. */
    private int described(String module) {
        try {
            return source.describe(module).idPrefix();
        } catch (AccessDeniedException | InvalidRecordException unseen) {
            return NONE;
        }
    }
}
