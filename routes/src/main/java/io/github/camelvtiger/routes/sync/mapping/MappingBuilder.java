package io.github.camelvtiger.routes.sync.mapping;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.routes.sync.definition.Deletions;
import io.github.camelvtiger.routes.sync.definition.FieldRule;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncPart;
import io.github.camelvtiger.routes.sync.definition.Target;
import io.github.camelvtiger.routes.sync.mapping.Mapping.FieldMapping;
import io.github.camelvtiger.routes.sync.rows.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;

/** Puts a mapping together and names everything that is wrong with it. */
final class MappingBuilder {

    private final SyncDefinition sync;
    private final SyncPart part;
    private final Columns columns;
    private final Function<String, Optional<ModuleDescription>> modules;
    private final Optional<ModuleDescription> description;
    private final Expressions expressions;
    private final String module;
    private final List<MappingFault> faults = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final Set<String> used = new LinkedHashSet<>();

    MappingBuilder(
            SyncDefinition sync,
            String module,
            List<String> columns,
            Function<String, Optional<ModuleDescription>> modules,
            CamelContext camel) {
        this.sync = sync;
        this.part = sync.part(module);
        this.module = module;
        this.columns = Columns.of(columns);
        this.modules = modules;
        this.description = modules.apply(module);
        this.expressions = new Expressions(camel);
    }

    List<MappingFault> faults() {
        return List.copyOf(faults);
    }

    /** To be used only if there are no faults. */
    Mapping build() {
        Optional<CrmModule> target =
                isToCrm() ? description.map(known -> new CrmModule(known, sync.zone())) : Optional.empty();
        Optional<Predicate<Row>> skip = part.skip().flatMap(text -> compiled(text, expressions::condition, "skip"));
        Map<String, FieldRule> rules = part.fields().isEmpty() ? matched(target) : part.fields();
        List<FieldMapping> fields = new ArrayList<>();
        rules.forEach((field, rule) -> {
            Optional<Function<Row, Object>> origin = origin(field, rule);
            Optional<Conversion> conversion = conversion(target, field, rule);
            if (origin.isPresent() && conversion.isPresent()) {
                fields.add(new FieldMapping(field, value(target, field, rule, origin.get()), conversion.get()));
            }
        });
        target.ifPresent(known -> keys(known, rules));
        leftOver();
        return new Mapping(
                part,
                fields,
                target,
                skip,
                sync.isMigration()
                        ? Mapping.Unknown.MOVED
                        : isFromCrm() ? Mapping.Unknown.REFUSED : Mapping.Unknown.CREATED,
                deletes(),
                notes,
                unknown);
    }

    private CrmConversion.Ids ids() {
        if (sync.isMigration()) {
            return CrmConversion.Ids.MOVED;
        }
        return sync.isBetweenCrms() ? CrmConversion.Ids.FOREIGN : CrmConversion.Ids.OWN;
    }

    private boolean isToCrm() {
        return sync.to() instanceof Target.Crm;
    }

    private boolean isFromCrm() {
        return sync.from() instanceof Source.Crm;
    }

    private Map<String, FieldRule> matched(Optional<CrmModule> target) {
        List<String> free =
                columns.names().stream().filter(column -> !isLeftOut(column)).toList();
        if (!isToCrm()) {
            Map<String, FieldRule> same = new LinkedHashMap<>();
            free.forEach(column -> same.put(column, FieldRule.column(column)));
            return same;
        }
        if (target.isEmpty()) {
            used.addAll(free);
            return Map.of();
        }
        // Rows of JSON name their own columns: each field is one.
        List<String> names = columns.isKnown()
                ? free
                : target.get().description().fields().stream().map(Field::name).toList();
        NameMatching matching = NameMatching.of(
                names, target.get().description(), hasIds(), !sync.isBetweenCrms() || sync.isMigration());
        matching.faults().forEach(sentence -> fault(sentence, "to"));
        if (columns.isKnown() && !isFromCrm()) {
            unknown.addAll(matching.unknown());
        }
        if (matching.rules().isEmpty() && matching.faults().isEmpty()) {
            fault("No column is called like a field of " + module + "; add a 'map' that says which is which.", "to");
        }
        return matching.rules();
    }

    /** Whether a column {@code id} is the id of the record; in a table it is rather that of the row. */
    private boolean hasIds() {
        return part.match().isEmpty() && !isFromCrm() && !(sync.from() instanceof Source.Table);
    }

    private boolean isLeftOut(String column) {
        return Stream.concat(part.leftOut().stream(), marking().stream())
                .anyMatch(name -> Words.folded(name).equals(Words.folded(column)));
    }

    private Optional<String> marking() {
        return sync.deletions() instanceof Deletions.Marked marked ? Optional.of(marked.column()) : Optional.empty();
    }

    private Predicate<Row> deletes() {
        if (!(sync.deletions() instanceof Deletions.Marked marked)) {
            return row -> false;
        }
        if (columns.isKnown() && columns.find(marked.column()).isEmpty()) {
            fault(columns.missing(marked.column()), "deletions", "column");
        }
        String wanted = Words.folded(marked.value());
        return row -> Columns.of(List.copyOf(row.cells().keySet()))
                .find(marked.column())
                .map(column -> Words.folded(Words.text(Words.tidy(row.cells().get(column)))))
                .filter(wanted::equals)
                .isPresent();
    }

    private Optional<Function<Row, Object>> origin(String field, FieldRule rule) {
        if (rule.simple().isPresent()) {
            return compiled(rule.simple().get(), expressions::simple, "map", field, "simple");
        }
        if (rule.jsonpath().isPresent()) {
            return compiled(rule.jsonpath().get(), expressions::jsonPath, "map", field, "jsonpath");
        }
        List<String> found = new ArrayList<>();
        for (String name : rule.from()) {
            Optional<String> column = columns.isKnown() ? columns.find(name) : Optional.of(name);
            if (column.isEmpty()) {
                fault(columns.missing(name), "map", field, "from", name);
            }
            found.add(column.orElse(name));
        }
        used.addAll(found);
        return Optional.of(RuleValue.ofColumns(found, rule.join()));
    }

    private <T> Optional<T> compiled(String text, Function<String, T> language, String... path) {
        // Which columns an expression uses only its language knows; those that it names are taken as used.
        columns.names().stream().filter(text::contains).forEach(used::add);
        try {
            return Optional.of(language.apply(text));
        } catch (RuntimeException notAnExpression) {
            fault(
                    "The expression " + Words.shown(text) + " is not understood: "
                            + String.valueOf(notAnExpression.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("") + ".",
                    path);
            return Optional.empty();
        }
    }

    private RuleValue value(Optional<CrmModule> target, String field, FieldRule rule, Function<Row, Object> origin) {
        boolean several = target.flatMap(known -> known.field(field))
                .filter(known -> known.type().equals("multipicklist"))
                .isPresent();
        return new RuleValue(
                rule,
                origin,
                several ? Optional.of(sync.list()) : Optional.empty(),
                // A file has a cell for each column, also of what nobody filled in.
                isFromCrm() || !isToCrm());
    }

    private Optional<Conversion> conversion(Optional<CrmModule> target, String field, FieldRule rule) {
        if (!isToCrm()) {
            String type = description
                    .flatMap(known -> rule.from().stream().findFirst().flatMap(known::field))
                    .map(Field::type)
                    .orElse("string");
            return Optional.of(new FileConversion(field, type, rule, new Times(module, sync.zone()), sync.locale()));
        }
        if (target.isEmpty()) {
            return Optional.empty();
        }
        Optional<Field> known = target.get().field(field);
        if (known.isEmpty()) {
            fault(
                    "There is no field '" + field + "' in " + module + "; "
                            + target.get().remedy(field),
                    "map",
                    field);
            return Optional.empty();
        }
        Conversion conversion = new CrmConversion(target.get(), known.get(), rule, sync.locale(), ids());
        new FieldRuleCheck(module, known.get(), rule, conversion, sync, modules)
                .faults()
                .forEach(found -> fault(
                        found.sentence(),
                        Stream.concat(Stream.of("map", field), found.path().stream())
                                .toArray(String[]::new)));
        return Optional.of(conversion);
    }

    /** How the record of a row is found, and whether new ones can be created. */
    private void keys(CrmModule target, Map<String, FieldRule> rules) {
        for (String key : part.match()) {
            if (target.field(key).isEmpty()) {
                fault(
                        "There is no field '" + key + "' in " + module + " to match by; " + target.remedy(key),
                        matchPath(key));
            } else if (!rules.containsKey(key)) {
                fault(
                        "The field " + key + " is to match by, and no "
                                + (part.fields().isEmpty() ? "column is called like it" : "rule gives it a value")
                                + "; add one to 'map'.",
                        matchPath(key));
            }
        }
        List<Field> missing = rules.containsKey("id") ? List.of() : target.missing(rules.keySet());
        String names = missing.stream()
                .map(field -> field.name() + " (" + field.label() + ")")
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty() && part.match().isEmpty()) {
            fault(
                    "A record of " + module + " cannot be created without " + names + "; add "
                            + (missing.size() == 1 ? "a rule for it" : "rules for them") + " to 'map'.",
                    "map");
        } else if (!missing.isEmpty()) {
            notes.add("A row whose record is not there yet will be rejected: a record of " + module
                    + " cannot be created without " + names + ".");
        }
    }

    private String[] matchPath(String key) {
        return part.module().isPresent() ? new String[] {"match", key} : new String[] {"to", "match", key};
    }

    private void leftOver() {
        if (isFromCrm() && !part.fields().isEmpty() || sync.isMigration()) {
            // A record has many fields, of which the rules name those that are wanted; where records move, those that
            // the CRM
            // itself makes are no news.
            return;
        }
        List<String> left = columns.names().stream()
                .filter(column -> !used.contains(column) && !isLeftOut(column))
                .toList();
        if (!left.isEmpty()) {
            notes.add((left.size() == 1 ? "The column " : "The columns ")
                    + left.stream().map(Words::shown).collect(Collectors.joining(", "))
                    + (left.size() == 1 ? " goes" : " go")
                    + " nowhere; list what is left out on purpose in 'ignore'.");
        }
    }

    private void fault(String sentence, String... path) {
        List<String> prefix = part.module().isPresent() && !path[0].equals("to") && !path[0].equals("deletions")
                ? List.of("modules", module)
                : List.of();
        faults.add(
                new MappingFault(Stream.concat(prefix.stream(), Stream.of(path)).toList(), sentence));
    }
}
