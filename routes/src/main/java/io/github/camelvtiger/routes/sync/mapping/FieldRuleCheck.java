package io.github.camelvtiger.routes.sync.mapping;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.routes.sync.definition.FieldRule;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.values.RecordCheck;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is wrong with the rule of a field by what describe reports of it; paths are those below the rule. */
final class FieldRuleCheck {

    private final String module;
    private final Field field;
    private final FieldRule rule;
    private final Conversion conversion;
    private final SyncDefinition sync;
    private final Function<String, Optional<ModuleDescription>> modules;
    private final List<MappingFault> faults = new ArrayList<>();

    FieldRuleCheck(
            String module,
            Field field,
            FieldRule rule,
            Conversion conversion,
            SyncDefinition sync,
            Function<String, Optional<ModuleDescription>> modules) {
        this.module = module;
        this.field = field;
        this.rule = rule;
        this.conversion = conversion;
        this.sync = sync;
        this.modules = modules;
    }

    List<MappingFault> faults() {
        if (!CrmModule.isWritable(field)) {
            fault("The field " + field.name() + " of " + module + " is read-only; remove its rule.");
            return faults;
        }
        rule.constant().ifPresent(value -> value(value, "value"));
        rule.fallback().filter(value -> !value.isEmpty()).ifPresent(value -> value(value, "default"));
        rule.values().forEach((given, wanted) -> value(wanted, "values", given));
        if (rule.owner() && RecordCheck.targets(field).stream().noneMatch("Users"::equals)) {
            fault("The field " + field.name() + " of " + module + " is not an owner; remove 'owner'.", "owner");
        }
        rule.reference().ifPresent(this::reference);
        if (sync.isBetweenCrms() && !sync.isMigration() && !rule.from().isEmpty()) {
            foreignIds();
        }
        return faults;
    }

    /** Ids of one CRM mean other records in another one. */
    private void foreignIds() {
        boolean referring = field.type().equals("reference") || field.type().equals("owner");
        if (field.name().equals(LineItems.FIELD) && rule.from().contains(LineItems.FIELD)) {
            fault(
                    "The items of an order name its products by their ids in the CRM that is read, which mean others in the"
                            + " one that is written; remove the rule.");
        } else if (field.name().equals("id") && rule.from().contains("id")) {
            fault("The id of a record in the CRM that is read means another record in the one that is written; use"
                    + " 'match', or a field that holds the id there.");
        } else if (referring
                && rule.reference().isEmpty()
                && !rule.owner()
                && rule.values().isEmpty()) {
            boolean owner = RecordCheck.targets(field).contains("Users");
            fault("The field " + field.name() + " of " + module + " holds an id, and one of the CRM that is read means"
                    + " another record in the one that is written; add "
                    + (owner
                            ? "'owner: true' to find users and groups by name."
                            : "'reference: FIELD' to find the record by a field."));
        }
    }

    /** A value of the sync file itself. */
    private void value(String text, String... path) {
        try {
            Object value = field.type().equals("multipicklist")
                    ? Arrays.stream(text.split(Pattern.quote(sync.list())))
                            .map(String::strip)
                            .toList()
                    : text;
            conversion.convert(value, true);
        } catch (BadValueException bad) {
            fault(bad.getMessage(), path);
        }
    }

    private void reference(String by) {
        List<String> targets = field.type().equals("reference") ? RecordCheck.targets(field) : List.of();
        if (targets.isEmpty()) {
            fault(
                    "The field " + field.name() + " of " + module + " is not a reference; remove 'reference'.",
                    "reference");
            return;
        }
        if (rule.module().isPresent() && !targets.contains(rule.module().get())) {
            fault(
                    "The field " + field.name() + " of " + module + " does not refer to "
                            + rule.module().get() + "; write one of " + String.join(", ", targets) + ".",
                    "module",
                    rule.module().get());
            return;
        }
        List<String> sought = rule.module().map(List::of).orElse(targets);
        if (rule.create() && sought.size() > 1) {
            fault(
                    "The field " + field.name() + " may refer to " + String.join(", ", sought)
                            + "; add 'module' to say in which of them a record is created.",
                    "create");
            return;
        }
        for (String target : sought) {
            modules.apply(target).ifPresent(known -> key(known, by));
        }
    }

    private void key(ModuleDescription target, String by) {
        CrmModule referenced = new CrmModule(target, ZoneOffset.UTC);
        if (target.field(by).isEmpty()) {
            fault(
                    "There is no field '" + by + "' in " + target.name() + ", where the record is looked up; "
                            + referenced.remedy(by),
                    "reference",
                    by);
        } else if (rule.create()) {
            List<Field> missing = referenced.missing(List.of(by));
            if (!missing.isEmpty()) {
                fault(
                        "A record of " + target.name() + " cannot be created with " + by + " alone; it needs "
                                + missing.stream().map(Field::name).collect(Collectors.joining(", ")) + " too. Remove"
                                + " 'create'.",
                        "create");
            }
        }
    }

    private void fault(String sentence, String... path) {
        faults.add(new MappingFault(List.of(path), sentence));
    }
}
