package io.github.camelvtiger.schema;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.values.ActivityTypes;
import io.github.camelvtiger.values.OwnUserFields;
import io.github.camelvtiger.values.RecordCheck;
import io.github.camelvtiger.values.ServerMade;
import io.github.camelvtiger.values.WriteKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The JSON Schema 2020-12 of a module's records, as {@code create} takes them and {@code retrieve} returns them: types,
 * lengths, choices, references with the modules they may point to, what must be sent and what cannot be.
 */
public final class RecordSchema {

    /** A keyword of this component: the API names of the modules that a reference may point to. */
    static final String MODULES = "x-vtiger-modules";

    /** The value of {@code $schema}. */
    public static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    /** {@code retrieve} answers SalesOrder without it unless the order is recurring ({@code webservice.md §9}). */
    private static final String INVOICE_STATUS = "invoicestatus";

    private final ModuleDescription module;
    private final Map<String, Integer> prefixes;

    /** @param prefixes of the ids of the modules of {@link #targets}, as far as the user may see them */
    public RecordSchema(ModuleDescription module, Map<String, Integer> prefixes) {
        this.module = module;
        this.prefixes = prefixes;
    }

    /** The modules that the references of a module's records may point to. */
    public static Set<String> targets(ModuleDescription module) {
        Set<String> targets = module.fields().stream()
                .flatMap(field -> RecordCheck.targets(field).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (hasItems(module)) {
            targets.addAll(LineItems.PRODUCTS);
        }
        return targets;
    }

    /**
     * The schema of a whole record. Fields that it does not name are accepted: a custom field may be new. A reference may be
     * empty although it is mandatory: the server answers it so after the deletion of what it referred to
     * ({@code webservice.md §5}).
     */
    public Map<String, Object> document() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", DIALECT);
        schema.put("title", module.label());
        schema.put("description", "A record of the module " + module.name() + ".");
        schema.put("type", "object");
        Map<String, Object> properties = new LinkedHashMap<>();
        module.fields()
                .forEach(field -> properties.put(
                        field.name(),
                        property(field, WriteKind.CREATE, isReference(field) || mayBeEmpty(field, WriteKind.CREATE))));
        putItems(properties, WriteKind.CREATE);
        schema.put("properties", properties);
        schema.put("required", required());
        return schema;
    }

    /**
     * The schema of what a write may send: a record as {@link #document} describes it, of which a change has only some fields.
     * A new record has none that the module does not have; one that is changed may have what the CRM answered beside.
     *
     * @param byName whether owners and references may be given as names
     */
    public Map<String, Object> sent(WriteKind kind, boolean byName) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("description", "A record of the module " + module.name() + ".");
        Map<String, Object> properties = new LinkedHashMap<>();
        module.fields().forEach(field -> properties.put(field.name(), sentProperty(field, kind, byName)));
        putItems(properties, kind);
        ServerMade.PARTS.forEach(part -> properties.computeIfAbsent(part, key -> Map.of("readOnly", true)));
        schema.put("properties", properties);
        if (kind == WriteKind.CREATE) {
            schema.put("required", required());
        } else {
            schema.put("minProperties", 1);
        }
        if (!kind.changes()) {
            schema.put("additionalProperties", false);
        }
        return schema;
    }

    public ModuleDescription module() {
        return module;
    }

    private Map<String, Object> sentProperty(Field field, WriteKind kind, boolean byName) {
        return byName && Set.of("owner", "reference").contains(field.type())
                ? sentProperty(plain(field.name(), field.label(), "string", List.of()), kind)
                : sentProperty(field, kind);
    }

    private Map<String, Object> sentProperty(Field field, WriteKind kind) {
        return property(field, kind, mayBeEmpty(field, kind));
    }

    private boolean mayBeEmpty(Field field, WriteKind kind) {
        return !isWritable(field, kind) || !field.mandatory() || isOfTheItems(field) || isInvoiceStatus(field);
    }

    private static boolean isReference(Field field) {
        return field.type().equals("reference");
    }

    private Map<String, Object> property(Field field, WriteKind kind, boolean mayBeEmpty) {
        Map<String, Object> schema = FieldSchema.of(field, prefixes, mayBeEmpty);
        ActivityTypes.only(module.name())
                .filter(type -> ActivityTypes.isType(field.name()))
                .ifPresent(type -> {
                    schema.remove("enum");
                    schema.put("const", type);
                });
        if (!isWritable(field, kind)) {
            schema.put("readOnly", true);
        }
        return schema;
    }

    private List<String> required() {
        List<String> names = new ArrayList<>(module.fields().stream()
                .filter(field -> field.mandatory() && isWritable(field, WriteKind.CREATE))
                // Passwords are never answered, and no user can be created (webservice.md §5).
                .filter(field -> !field.type().equals("password") && !isOfTheItems(field))
                .filter(field -> !OwnUserFields.contain(module.name(), field))
                .filter(field -> !(ActivityTypes.isType(field.name())
                        && ActivityTypes.only(module.name()).isPresent()))
                .map(Field::name)
                .toList());
        if (hasItems(module)) {
            names.add(LineItems.FIELD);
        }
        return names;
    }

    /** The source can be set when a record is created, and not after that ({@code webservice.md §5}). */
    private static boolean isWritable(Field field, WriteKind kind) {
        return !ServerMade.field(field.name())
                && !field.type().equals("autogenerated")
                && (field.editable() || field.name().equals("source") && !kind.changes());
    }

    /** The product of an order is that of its first item unless it is sent. */
    private boolean isOfTheItems(Field field) {
        return hasItems(module) && field.name().equals(LineItems.PRODUCT);
    }

    private boolean isInvoiceStatus(Field field) {
        return module.name().equals("SalesOrder") && field.name().equals(INVOICE_STATUS);
    }

    private static boolean hasItems(ModuleDescription module) {
        return LineItems.MODULES.contains(module.name());
    }

    /** A change may name an item by its id, to remove it or to change some of it. */
    private void putItems(Map<String, Object> properties, WriteKind kind) {
        if (hasItems(module)) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("type", "object");
            item.put("properties", itemProperties());
            if (!kind.changes()) {
                item.put("required", List.of(LineItems.PRODUCT, "quantity"));
            }
            Map<String, Object> items = new LinkedHashMap<>();
            items.put("title", "Items");
            items.put("type", "array");
            items.put("items", item);
            if (!kind.changes()) {
                items.put("minItems", 1);
            }
            properties.put(LineItems.FIELD, items);
        }
    }

    private Map<String, Object> itemProperties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Field field : List.of(
                plain(LineItems.PRODUCT, "Product or service", "reference", LineItems.PRODUCTS),
                plain("quantity", "Quantity", "double", List.of()),
                plain("listprice", "Price", "currency", List.of()),
                plain("discount_percent", "Discount in percent", "double", List.of()),
                plain("discount_amount", "Discount", "currency", List.of()),
                plain("comment", "Comment", "text", List.of()))) {
            properties.put(field.name(), FieldSchema.of(field, prefixes, true));
        }
        return properties;
    }

    private static Field plain(String name, String label, String type, List<String> refersTo) {
        return new Field(name, label, type, false, true, refersTo, List.of(), OptionalInt.empty());
    }
}
