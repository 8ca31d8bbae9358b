package io.github.camelvtiger.routes.sync.mapping;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.names.NearestNames;
import io.github.camelvtiger.values.FieldValues;
import io.github.camelvtiger.values.OwnUserFields;
import io.github.camelvtiger.values.RecordCheck;
import io.github.camelvtiger.values.RecordCompletion;
import io.github.camelvtiger.values.ServerMade;
import io.github.camelvtiger.values.WireValue;
import io.github.camelvtiger.values.WriteKind;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A module of a CRM as the target of a mapping: its fields, and how their values are checked. */
final class CrmModule {

    /** Passes for the id of a record that is only looked up when the record is written. */
    private static final WireValue SOME_ID = WireValue.of("1x1");

    private final ModuleDescription description;
    private final Times times;
    private final FieldValues values;
    private final RecordCheck check;

    CrmModule(ModuleDescription description, ZoneId zone) {
        this.description = description;
        this.times = new Times(description.name(), zone);
        this.values = new FieldValues(description.name(), zone);
        this.check = new RecordCheck(description, values, Map.of());
    }

    ModuleDescription description() {
        return description;
    }

    Times times() {
        return times;
    }

    FieldValues values() {
        return values;
    }

    RecordCheck check() {
        return check;
    }

    /** Also the items of an order, which describe does not name. */
    Optional<Field> field(String name) {
        if (name.equals(LineItems.FIELD) && LineItems.MODULES.contains(description.name())) {
            return Optional.of(
                    new Field(name, "Items", "items", false, true, List.of(), List.of(), OptionalInt.empty()));
        }
        return description.field(name);
    }

    /** Whether records may be given the field; a source can be set when a record is created ({@code webservice.md §5}). */
    static boolean isWritable(Field field) {
        return field.name().equals("id")
                || field.name().equals("source")
                || field.editable() && !ServerMade.field(field.name());
    }

    /** What to write instead of a name that is not a field's. */
    String remedy(String meant) {
        List<String> byLabel = description.fields().stream()
                .filter(field -> Words.folded(field.label()).equals(Words.folded(meant)))
                .map(Field::name)
                .toList();
        List<String> nearest = byLabel.isEmpty()
                ? NearestNames.of(
                        meant, description.fields().stream().map(Field::name).toList())
                : byLabel;
        return nearest.isEmpty()
                ? "see the fields in syncs/.modules/" + description.name() + ".json."
                : "did you mean " + String.join(" or ", nearest) + "?";
    }

    /** The fields without which no record can be created; what is the connection's user unless it is given is not among them. */
    List<Field> missing(Collection<String> given) {
        Map<String, Object> record = new LinkedHashMap<>();
        given.forEach(name -> record.put(name, "1"));
        Map<String, Object> completed = RecordCompletion.of(WriteKind.CREATE, description.name(), record);
        boolean items = given.contains(LineItems.FIELD);
        return description.fields().stream()
                .filter(field -> field.mandatory() && isWritable(field) && !completed.containsKey(field.name()))
                .filter(field -> !OwnUserFields.contain(description.name(), field))
                .filter(field -> !(items && field.name().equals(LineItems.PRODUCT)))
                .toList();
    }

    /** What hinders a record from being created, a sentence each. */
    List<String> hindrances(Map<String, Object> fields) {
        Map<String, WireValue> wires = new LinkedHashMap<>();
        RecordCompletion.of(WriteKind.CREATE, description.name(), fields)
                .forEach((name, value) -> wires.put(name, wire(name, value)));
        return check.check(WriteKind.CREATE, wires, Optional.empty()).faults();
    }

    private WireValue wire(String name, Object value) {
        Optional<Field> field = field(name);
        boolean named = value instanceof ReferenceByKey
                || value instanceof ForeignReference
                || value instanceof ForeignOwner
                || value instanceof MovedReference
                || field.filter(known -> !RecordCheck.targets(known).isEmpty()).isPresent()
                        && value instanceof String text
                        && !text.isEmpty()
                        && !RecordId.isOne(text);
        if (named) {
            return SOME_ID;
        }
        return field.map(known -> wire(known, value)).orElseGet(() -> values.wire(name, value));
    }

    /** The items of an order are described by nobody, and have a form of their own. */
    WireValue wire(Field field, Object value) {
        return field.name().equals(LineItems.FIELD) ? values.wire(field.name(), value) : values.wire(field, value);
    }
}
