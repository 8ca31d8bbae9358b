package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.Target;
import io.github.camelvtiger.routes.sync.feed.AddedColumns;
import io.github.camelvtiger.routes.sync.feed.UserSecrets;
import io.github.camelvtiger.routes.sync.mapping.Mapping;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The shape of a module's records, asked for when it is needed, and again when a record has a field that was not known: an
 * administrator may add one while a feed runs.
 */
public final class ModuleShapes {

    /** Makes a mapping for the fields of a module. */
    public interface Mappings {

        /** @throws io.github.camelvtiger.routes.sync.mapping.BadMappingException if the sync's rules do not fit the module */
        Mapping of(String module, List<String> columns);
    }

    private final SyncDefinition sync;
    private final String module;
    private final Function<String, ModuleDescription> descriptions;
    private final Mappings mappings;
    private final Set<String> undescribed = new TreeSet<>();
    private RecordShape shape;

    /** @param descriptions asks the CRM; a failure of it is thrown by {@link #of} */
    ModuleShapes(
            SyncDefinition sync, String module, Function<String, ModuleDescription> descriptions, Mappings mappings) {
        this.sync = sync;
        this.module = module;
        this.descriptions = descriptions;
        this.mappings = mappings;
    }

    /** A shape as the CRM describes the module now. */
    synchronized RecordShape fresh() {
        shape = shape(descriptions.apply(module));
        return shape;
    }

    /** A shape with a column for each field of a record. */
    synchronized RecordShape of(Map<String, Object> record) {
        if (shape == null || !shape.covers(record.keySet())) {
            ModuleDescription description = descriptions.apply(module);
            shape = shape(description);
            if (!shape.covers(record.keySet())) {
                // Fields that describe does not name are not lost either.
                undescribed.addAll(record.keySet());
                undescribed.removeAll(shape.columns());
                shape = shape(description);
            }
        }
        return shape;
    }

    private RecordShape shape(ModuleDescription description) {
        Set<String> columns = new LinkedHashSet<>();
        description.fields().stream()
                .map(Field::name)
                .filter(field -> !UserSecrets.is(module, field))
                .forEach(columns::add);
        if (LineItems.MODULES.contains(module)) {
            columns.add(LineItems.FIELD);
        }
        List<String> added = AddedColumns.of(sync, description);
        columns.addAll(added);
        columns.addAll(undescribed);
        boolean labelled = sync.to() instanceof Target.Files files && files.labels();
        return new RecordShape(
                sync,
                mappings.of(module, List.copyOf(columns)),
                columns,
                labelled && sync.part(module).fields().isEmpty() ? labels(description, added) : Map.of());
    }

    /**
     * Two fields of one label keep their names, since columns of one name would be one; so does a field whose label is that of a
     * relation.
     */
    private static Map<String, String> labels(ModuleDescription description, List<String> added) {
        Map<String, Long> numbers =
                description.fields().stream().collect(Collectors.groupingBy(Field::label, Collectors.counting()));
        Map<String, String> labels = new LinkedHashMap<>();
        description.fields().stream()
                .filter(field ->
                        !field.label().isEmpty() && numbers.get(field.label()) == 1 && !added.contains(field.label()))
                .forEach(field -> labels.put(field.name(), field.label()));
        return labels;
    }
}
