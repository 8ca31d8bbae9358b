package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.Target;
import io.github.camelvtiger.routes.sync.mapping.MappedRow;
import io.github.camelvtiger.routes.sync.mapping.Mapping;
import io.github.camelvtiger.routes.sync.rows.FileLayout;
import io.github.camelvtiger.routes.sync.rows.Row;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How records of a module become rows of a file, or messages.
 *
 * @param columns the fields that records may have
 * @param labels fields to what a file calls them; a field without one keeps its name
 */
record RecordShape(SyncDefinition sync, Mapping mapping, Set<String> columns, Map<String, String> labels) {

    /** Of a feed that reports deletions: what became of the record. */
    static final String EVENT = "_event";

    /** Whether the shape has a column for each of these fields. */
    boolean covers(Set<String> fields) {
        return columns.containsAll(fields);
    }

    /** @param number of the row, for rejects */
    MappedRow map(long number, String id, Map<String, Object> record) {
        return mapping.map(new Row(number, "record " + id, record, Optional.empty()));
    }

    /** The layout of a message, which programs read. */
    FileLayout messages() {
        Target.Uri to = (Target.Uri) sync.to();
        Map<String, String> titles = new LinkedHashMap<>();
        mapping.fields().forEach(field -> titles.put(field, field));
        return FileLayout.of(Path.of("message"), to.format(), titles, true, sync.list());
    }

    /** @param added columns of this application, behind those of the module */
    FileLayout layout(Path file, List<String> added) {
        Target.Files to = (Target.Files) sync.to();
        Map<String, String> titles = new LinkedHashMap<>();
        mapping.fields().forEach(field -> titles.put(field, labels.getOrDefault(field, field)));
        added.forEach(column -> titles.put(column, column));
        return FileLayout.of(file, to.format(), titles, to.formulas(), sync.list());
    }
}
