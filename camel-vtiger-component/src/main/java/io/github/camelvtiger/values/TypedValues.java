package io.github.camelvtiger.values;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.client.RecordId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The values of a record as Java types, by the types that {@code describe} reports: numbers as {@link BigDecimal} without
 * trailing zeros, {@code boolean} as Boolean, {@code date} as LocalDate, {@code datetime} as Instant (the CRM's moments are
 * UTC, {@code webservice.md §8}), {@code time} as LocalTime, {@code multipicklist} as List of texts; ids, owners and references
 * as {@link RecordId}. Everything else stays as it is, as do fields that are not described. What is empty, or is not a value of
 * its type, is null: one value never makes a record unreadable.
 *
 * <p>{@link FieldValues} takes all of these types, so a record can be written back as it is. Its Lists may be changed.
 */
public final class TypedValues {

    private static final String ID = "id";

    private final Map<String, Field> fields = new LinkedHashMap<>();
    /** Null if the items of the module's records are left as they are. */
    private final TypedValues items;

    public TypedValues(ModuleDescription module) {
        this(module, null);
    }

    private TypedValues(ModuleDescription module, TypedValues items) {
        module.fields().forEach(field -> fields.put(field.name(), field));
        this.items = items;
    }

    /** Of a module whose records have line items. */
    public static TypedValues withItems(ModuleDescription module, Optional<ModuleDescription> item) {
        return new TypedValues(module, item.map(TypedValues::new).orElse(null));
    }

    /** The same fields in the same order; the record itself is left as it is. */
    public Map<String, Object> of(Map<String, Object> record) {
        Map<String, Object> typed = new LinkedHashMap<>();
        record.forEach((name, value) -> typed.put(name, value(name, value)));
        return typed;
    }

    private Object value(String name, Object value) {
        if (name.equals(LineItems.FIELD) && items != null && value instanceof Collection<?> list) {
            List<Object> typed = new ArrayList<>();
            list.forEach(item -> typed.add(item(item)));
            return typed;
        }
        if (name.equals(ID)) {
            RecordId id = reference(value);
            return id == null ? value : id;
        }
        Field field = fields.get(name);
        return field == null ? value : value(field, value);
    }

    private Object item(Object item) {
        if (!(item instanceof Map<?, ?> fields)) {
            return item;
        }
        Map<String, Object> named = new LinkedHashMap<>();
        fields.forEach((name, value) -> named.put(String.valueOf(name), value));
        return items.of(named);
    }

    private static Object value(Field field, Object value) {
        FieldKind kind = FieldKind.of(field);
        boolean isText = !kind.isStrict() || kind == FieldKind.REFERENCE && isOfNoModule(field);
        if (isText || value == null) {
            return value;
        }
        try {
            return typed(kind, value);
        } catch (IllegalArgumentException notOfItsType) {
            return null;
        }
    }

    /** Such as a role, whose ids have another form than those of records. */
    private static boolean isOfNoModule(Field field) {
        return field.type().equals("reference") && field.refersTo().isEmpty();
    }

    private static Object typed(FieldKind kind, Object value) {
        if (kind == FieldKind.CHOICES && value instanceof Collection<?> choices) {
            return choices.stream().map(String::valueOf).collect(Collectors.toCollection(ArrayList::new));
        }
        String text = value.toString().strip();
        if (text.isEmpty()) {
            return null;
        }
        return switch (kind) {
            case FLAG -> FlagText.parse(text);
            case INTEGER, NUMBER -> number(NumberText.parse(text));
            case DATE -> DateText.parse(text);
            case MOMENT -> TimeText.moment(text).toInstant();
            case TIME -> TimeText.parse(text);
            case CHOICES -> new ArrayList<>(MultiPicklistText.values(text));
            case REFERENCE -> reference(text);
            case CHOICE, TEXT -> value;
        };
    }

    private static RecordId reference(Object value) {
        return value != null && RecordId.isOne(value.toString()) ? RecordId.parse(value.toString()) : null;
    }

    /** An amount of nothing is {@code 0.00000000} for the CRM, which Java would print as {@code 0E-8}. */
    private static BigDecimal number(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
