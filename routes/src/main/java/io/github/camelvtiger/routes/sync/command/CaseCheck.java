package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.routes.sync.definition.TestCase;
import io.github.camelvtiger.routes.sync.mapping.ForeignOwner;
import io.github.camelvtiger.routes.sync.mapping.ForeignReference;
import io.github.camelvtiger.routes.sync.mapping.MappedRow;
import io.github.camelvtiger.routes.sync.mapping.Mapping;
import io.github.camelvtiger.routes.sync.mapping.MovedReference;
import io.github.camelvtiger.routes.sync.mapping.ReferenceByKey;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.values.FieldValues;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Whether a mapping makes of a row what a test case expects. Values are compared as the CRM would: {@code 2026-12-31} is the
 * day, whatever Java type the record has.
 *
 * @param module empty if records become rows of a file
 */
record CaseCheck(Mapping mapping, Optional<ModuleDescription> module) {

    /** What is otherwise than expected, a sentence each. */
    List<String> differences(TestCase test) {
        MappedRow mapped = mapping.map(new Row(1, "line " + test.line(), test.row(), Optional.empty()));
        if (mapped instanceof MappedRow.Record record && test.record().isPresent()) {
            return differences(test.record().get(), record.fields());
        }
        if (mapped instanceof MappedRow.Rejected rejected && test.rejected().isPresent()) {
            return rejected.reason().contains(test.rejected().get())
                    ? List.of()
                    : List.of("The row is rejected for another reason: " + rejected.reason());
        }
        return mapped instanceof MappedRow.Skipped && test.skipped() ? List.of() : List.of(instead(mapped));
    }

    private static String instead(MappedRow mapped) {
        if (mapped instanceof MappedRow.Rejected rejected) {
            return "The row is rejected: " + rejected.reason();
        }
        if (mapped instanceof MappedRow.Deletion deletion) {
            return "The row deletes the record with " + deletion.key() + ".";
        }
        return mapped instanceof MappedRow.Record record
                ? "The row becomes a record: " + record.fields()
                : "The row is skipped.";
    }

    private List<String> differences(Map<String, Object> expected, Map<String, Object> fields) {
        List<String> differences = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(expected.keySet());
        names.addAll(fields.keySet());
        for (String name : names) {
            if (!fields.containsKey(name)) {
                differences.add("The record has no " + name + "; expected is " + shown(name, expected.get(name)) + ".");
            } else if (!expected.containsKey(name)) {
                differences.add(
                        "The record has " + name + " = " + shown(name, fields.get(name)) + ", which is not expected.");
            } else if (!isSame(name, expected.get(name), fields.get(name))) {
                differences.add("The record has " + name + " = " + shown(name, fields.get(name)) + " instead of "
                        + shown(name, expected.get(name)) + ".");
            }
        }
        return differences;
    }

    private boolean isSame(String name, Object expected, Object value) {
        if (wire(name, expected).equals(wire(name, value))) {
            return true;
        }
        return module.flatMap(described -> described.field(name))
                .map(field -> values(module.orElseThrow()).same(field, wire(name, expected), wire(name, value)))
                .orElse(false);
    }

    private String shown(String name, Object value) {
        return "'" + wire(name, value) + "'";
    }

    private String wire(String name, Object value) {
        Object plain = plain(value);
        Object wire = module.flatMap(described -> described
                        .field(name)
                        .map(field -> values(described).wire(field, plain).value()))
                .orElse(plain);
        return wire == null ? "" : String.valueOf(wire);
    }

    /** What is looked up when the record is written, as the row has it. */
    private static Object plain(Object value) {
        if (value instanceof ReferenceByKey reference) {
            return reference.value();
        }
        if (value instanceof MovedReference moved) {
            return moved.id();
        }
        if (value instanceof ForeignReference foreign) {
            return foreign.id();
        }
        return value instanceof ForeignOwner owner ? owner.id() : value;
    }

    private static FieldValues values(ModuleDescription module) {
        return new FieldValues(module.name(), ZoneOffset.UTC);
    }
}
