package io.github.camelvtiger.routes.sync.mapping;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncPart;
import io.github.camelvtiger.routes.sync.mapping.RuleValue.Given;
import io.github.camelvtiger.routes.sync.rows.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;

/** Makes records of one module, or rows of a file, out of the rows of a source, as a sync file says. Safe for several threads. */
public final class Mapping implements RowMapping {

    private final SyncPart part;
    private final List<FieldMapping> fields;
    private final Optional<CrmModule> target;
    private final Optional<Predicate<Row>> skip;
    private final Unknown unfound;
    private final Predicate<Row> deletes;
    private final List<String> notes;
    private final List<String> unknown;

    /** What becomes of a row whose record neither an id nor a key names. */
    enum Unknown {
        /** A new record. */
        CREATED,
        /** A new record, also if the key is empty: which record is which the sync knows by itself. */
        MOVED,
        /** Nothing, since it would become another record with each change. */
        REFUSED
    }

    /** How one field of the target gets its value. */
    record FieldMapping(String field, RuleValue value, Conversion conversion) {}

    /**
     * @param deletes whether a row says that its record is to be deleted
     * @param unknown columns of a file that are called like no field
     */
    Mapping(
            SyncPart part,
            List<FieldMapping> fields,
            Optional<CrmModule> target,
            Optional<Predicate<Row>> skip,
            Unknown unfound,
            Predicate<Row> deletes,
            List<String> notes,
            List<String> unknown) {
        this.part = part;
        this.fields = List.copyOf(fields);
        this.target = target;
        this.skip = skip;
        this.unfound = unfound;
        this.deletes = deletes;
        this.notes = List.copyOf(notes);
        this.unknown = List.copyOf(unknown);
    }

    /**
     * @param module of the target, or of the source if only that is a CRM
     * @param columns of the source; none if each row names its own
     * @param modules what is known of modules; that of a CRM as the target must be
     * @param camel whose languages evaluate expressions
     * @throws BadMappingException if it cannot be applied, with all faults
     */
    public static Mapping of(
            SyncDefinition sync,
            String module,
            List<String> columns,
            Function<String, Optional<ModuleDescription>> modules,
            CamelContext camel) {
        MappingBuilder builder = new MappingBuilder(sync, module, columns, modules, camel);
        Mapping mapping = builder.build();
        if (!builder.faults().isEmpty()) {
            throw new BadMappingException(builder.faults());
        }
        return mapping;
    }

    /** All that is wrong with a mapping, as far as can be said with the modules and columns that are known. */
    public static List<MappingFault> faults(
            SyncDefinition sync,
            String module,
            List<String> columns,
            Function<String, Optional<ModuleDescription>> modules,
            CamelContext camel) {
        MappingBuilder builder = new MappingBuilder(sync, module, columns, modules, camel);
        builder.build();
        return builder.faults();
    }

    /** The fields of the target, in the order in which records have them. */
    public List<String> fields() {
        return fields.stream().map(FieldMapping::field).toList();
    }

    /** What a person should know of the mapping, a sentence each: columns that no field has, fields that new records lack. */
    public List<String> notes() {
        return notes;
    }

    /** Without {@code map}; with it, which columns are used is the sync file's decision. */
    @Override
    public List<String> unknownColumns() {
        return unknown;
    }

    @Override
    public MappedRow map(Row row) {
        if (row.fault().isPresent()) {
            return new MappedRow.Rejected(row.fault().get());
        }
        try {
            if (skip.isPresent() && skip.get().test(row)) {
                return new MappedRow.Skipped();
            }
        } catch (RuntimeException notApplicable) {
            return new MappedRow.Rejected("The expression of 'skip' cannot be applied to the row ("
                    + reason(notApplicable) + "); correct it or the row.");
        }
        List<String> faults = new ArrayList<>();
        if (deletes.test(row)) {
            Map<String, Object> key = key(row, faults);
            return faults.isEmpty() ? new MappedRow.Deletion(key) : new MappedRow.Rejected(oneSentence(faults));
        }
        Map<String, Object> record = new LinkedHashMap<>();
        for (FieldMapping field : fields) {
            value(field, row, faults).ifPresent(value -> record.put(field.field(), value));
        }
        target.ifPresent(module -> finish(module, record, faults));
        return faults.isEmpty() ? new MappedRow.Record(record) : new MappedRow.Rejected(oneSentence(faults));
    }

    @Override
    public Optional<Map<String, Object>> key(Row row) {
        List<String> faults = new ArrayList<>();
        Map<String, Object> key = row.fault().isPresent() ? Map.of() : key(row, faults);
        return row.fault().isPresent() || !faults.isEmpty() ? Optional.empty() : Optional.of(key);
    }

    private Map<String, Object> key(Row row, List<String> faults) {
        List<String> names = part.match().isEmpty() ? List.of("id") : part.match();
        Map<String, Object> key = new LinkedHashMap<>();
        fields.stream().filter(field -> names.contains(field.field())).forEach(field -> value(field, row, faults)
                .ifPresent(value -> key.put(field.field(), value)));
        for (String name : names) {
            if (faults.isEmpty() && Words.isEmpty(key.get(name))) {
                faults.add(
                        "The field " + name + " finds the record of a row, and is empty in this one; give it a value.");
            }
        }
        return key;
    }

    private static Optional<Object> value(FieldMapping field, Row row, List<String> faults) {
        try {
            Optional<Given> given = field.value().of(row);
            return given.isEmpty()
                    ? Optional.empty()
                    : Optional.of(field.conversion()
                            .convert(given.get().value(), given.get().written()));
        } catch (BadValueException bad) {
            faults.add(bad.getMessage());
        } catch (RuntimeException notApplicable) {
            faults.add("The rule of " + field.field() + " cannot be applied to the row (" + reason(notApplicable)
                    + "); correct it or the row.");
        }
        return Optional.empty();
    }

    private void finish(CrmModule module, Map<String, Object> record, List<String> faults) {
        module.times().joinPairs(record);
        for (String key : part.match()) {
            if (faults.isEmpty() && unfound != Unknown.MOVED && Words.isEmpty(record.get(key))) {
                faults.add("The field " + key + " finds the record of a row again, and is empty in this one; give it a"
                        + " value.");
            }
        }
        Object id = record.get("id");
        if (Words.isEmpty(id)) {
            record.remove("id");
        }
        if (faults.isEmpty() && part.match().isEmpty() && Words.isEmpty(id) && unfound == Unknown.REFUSED) {
            faults.add(
                    "The field id says which record a row is, and is empty in this one; give it a value, or use 'match'.");
        } else if (faults.isEmpty() && (part.match().isEmpty() || unfound == Unknown.MOVED) && Words.isEmpty(id)) {
            faults.addAll(module.hindrances(record));
        }
    }

    private static String reason(RuntimeException failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        return message == null
                ? innermost.getClass().getSimpleName()
                : message.lines().findFirst().orElse("").replaceAll("\\.$", "");
    }

    /** Faults are sentences; a row has one reason. */
    private static String oneSentence(List<String> faults) {
        StringBuilder sentence = new StringBuilder();
        for (String fault : faults) {
            String plain = fault.replaceAll("\\.$", "");
            sentence.append(
                    sentence.isEmpty()
                            ? plain
                            : "; " + plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1));
        }
        return sentence.append(sentence.toString().endsWith("?") ? "" : ".").toString();
    }
}
