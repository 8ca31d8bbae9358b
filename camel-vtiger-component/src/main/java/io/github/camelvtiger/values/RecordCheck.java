package io.github.camelvtiger.values;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds everything that is wrong with a record before it is sent, by what describe reports of its module. */
public final class RecordCheck {

    private final ModuleDescription module;
    private final FieldValues values;
    private final FieldCheck fields;
    private final ItemCheck items;

    /** @param prefixes of the ids of the modules that references may point to, as far as they are known */
    public RecordCheck(ModuleDescription module, FieldValues values, Map<String, Integer> prefixes) {
        this.module = module;
        this.values = values;
        this.fields = new FieldCheck(module.name(), prefixes);
        this.items = new ItemCheck(fields);
    }

    /**
     * @param faults one sentence each
     * @param outdated whether a fault may come from a description that is older than the CRM's settings
     * @param needless fields that are not to be sent: the server does not take them, and they are as it has them
     */
    public record Findings(List<String> faults, boolean outdated, Set<String> needless) {

        public static final Findings NONE = new Findings(List.of(), false, Set.of());
    }

    /**
     * What is refused without {@code validate} as well, since the server would not refuse it and store something else:
     * values without a form, owners, references and products of items of the wrong module, names that differ from a field
     * only in case.
     */
    public Findings refusals(Map<String, WireValue> record) {
        List<String> faults = new ArrayList<>();
        boolean outdated = false;
        for (Map.Entry<String, WireValue> entry : record.entrySet()) {
            Optional<FieldCheck.Fault> fault = refusal(entry.getKey(), entry.getValue());
            fault.ifPresent(found -> faults.add(found.sentence()));
            outdated |= fault.isPresent() && fault.get().outdated();
        }
        return new Findings(faults, outdated, Set.of());
    }

    private Optional<FieldCheck.Fault> refusal(String name, WireValue value) {
        Optional<Field> field = module.field(name);
        if (value.refused()
                && field.isEmpty()
                && FieldCheck.caseTwin(name, module).isPresent()) {
            return FieldCheck.caseTwin(name, module)
                    .map(meant -> new FieldCheck.Fault(fields.otherCase(name, meant), true));
        }
        if (value.refused()) {
            String fault = value.fault().orElseThrow();
            return Optional.of(
                    field.map(known -> new FieldCheck.Fault(FieldCheck.sentence(known, value.value(), fault), false))
                            // It may be a new field that takes several values.
                            .orElseGet(() -> new FieldCheck.Fault(FieldCheck.sentence(name, fault), true)));
        }
        if (field.isEmpty()) {
            return ServerMade.part(name)
                    ? isItems(name) ? items.fault(value.value()) : Optional.empty()
                    : FieldCheck.caseTwin(name, module)
                            .map(meant -> new FieldCheck.Fault(fields.otherCase(name, meant), true));
        }
        if (ServerMade.field(name)) {
            return Optional.empty();
        }
        return ActivityTypes.fault(module.name(), name, value)
                .map(fault -> new FieldCheck.Fault(FieldCheck.sentence(field.get(), value.value(), fault), false))
                .or(() -> fields.reference(field.get(), Objects.toString(value.value(), "")));
    }

    private boolean isItems(String name) {
        return name.equals(LineItems.FIELD) && LineItems.MODULES.contains(module.name());
    }

    /** The modules that a field of the record may point to; none for a field of another type. */
    public static List<String> targets(Field field) {
        return FieldCheck.targets(field);
    }

    /** Fields of the record that the server does not take, for which the stored record is wanted where there is one. */
    public boolean hasUnwritable(WriteKind kind, Map<String, WireValue> record) {
        return record.keySet().stream().anyMatch(name -> isUnwritable(kind, name));
    }

    private boolean isUnwritable(WriteKind kind, String name) {
        if (ServerMade.field(name) || ServerMade.part(name)) {
            return false;
        }
        // The source can be set when a record is created, and not after that (webservice.md §5).
        return module.field(name)
                .map(field -> !field.editable() && !(field.name().equals("source") && !kind.changes()))
                .orElse(true);
    }

    /** @param stored the record as it is; empty where it is not known or not there yet */
    public Findings check(WriteKind kind, Map<String, WireValue> record, Optional<Map<String, Object>> stored) {
        Findings findings = new Findings(new ArrayList<>(), false, new LinkedHashSet<>());
        boolean outdated = false;
        for (Map.Entry<String, WireValue> entry : record.entrySet()) {
            String name = entry.getKey();
            WireValue value = entry.getValue();
            Optional<FieldCheck.Fault> refusal = refusal(name, value);
            if (refusal.isPresent()) {
                findings.faults().add(refusal.get().sentence());
                outdated |= refusal.get().outdated();
                continue;
            }
            if (ServerMade.field(name) || ServerMade.part(name)) {
                continue;
            }
            Optional<Field> field = module.field(name);
            if (isUnwritable(kind, name)) {
                if (isAsStored(field, name, value, stored)) {
                    findings.needless().add(name);
                } else {
                    findings.faults()
                            .add(field.isPresent() ? fields.readOnly(field.get()) : fields.unknown(name, module));
                    outdated = true;
                }
            } else if (field.isPresent() && !(isBlank(value) && isOwnUsers(kind, field.get()))) {
                Optional<FieldCheck.Fault> fault = fields.fault(field.get(), value);
                fault.ifPresent(found -> findings.faults().add(found.sentence()));
                outdated |= fault.isPresent() && fault.get().outdated();
            }
        }
        if (kind.wantsAllMandatory()) {
            module.fields().stream()
                    .filter(field -> field.mandatory() && !record.containsKey(field.name()))
                    .filter(field -> !isOwnUsers(kind, field))
                    .filter(field -> !ServerMade.field(field.name()) && !isOfTheItems(kind, field, record))
                    .forEach(field -> findings.faults()
                            .add(isProductOfAnOrder(field) ? LineItems.missing(module.name()) : fields.missing(field)));
        }
        return new Findings(findings.faults(), outdated, findings.needless());
    }

    private boolean isOwnUsers(WriteKind kind, Field field) {
        return kind == WriteKind.CREATE && OwnUserFields.contain(module.name(), field);
    }

    private static boolean isBlank(WireValue value) {
        return Objects.toString(value.value(), "").isBlank();
    }

    /** The product of an order is that of its first item, and is filled in where the items are known. */
    private boolean isOfTheItems(WriteKind kind, Field field, Map<String, WireValue> record) {
        return isProductOfAnOrder(field) && (kind == WriteKind.UPDATE || record.containsKey(LineItems.FIELD));
    }

    private boolean isProductOfAnOrder(Field field) {
        return field.name().equals(LineItems.PRODUCT) && LineItems.MODULES.contains(module.name());
    }

    private boolean isAsStored(
            Optional<Field> field, String name, WireValue value, Optional<Map<String, Object>> stored) {
        if (stored.isEmpty()) {
            return isBlank(value) && field.isPresent();
        }
        Object known = stored.get().get(name);
        return stored.get().containsKey(name)
                && (field.isPresent()
                        ? values.same(field.get(), value.value(), known)
                        : String.valueOf(known).equals(String.valueOf(value.value())));
    }
}
