package io.github.camelvtiger.routes.sync.feed;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.routes.sync.definition.Source.FileCopies;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.Target;
import io.github.camelvtiger.values.RecordCheck;
import java.util.ArrayList;
import java.util.List;

/** The columns that a sync into files or messages adds to those that the records of a module have themselves. */
public final class AddedColumns {

    /** Of Documents: the name of the file beside the record; empty if it has none. */
    public static final String FILE = "_file";

    private static final String DOCUMENTS = "Documents";

    private AddedColumns() {}

    public static List<String> of(SyncDefinition sync, ModuleDescription module) {
        List<String> columns = new ArrayList<>();
        if (!(sync.to() instanceof Target.Crm) && sync.names()) {
            referring(module).stream().map(AddedColumns::label).forEach(columns::add);
        }
        columns.addAll(sync.part(module.name()).relations().labels());
        if (copiesFiles(sync, module.name())) {
            columns.add(FILE);
        }
        return columns;
    }

    /** Whether the files of a module's records are copied beside them. */
    public static boolean copiesFiles(SyncDefinition sync, String module) {
        return hasFiles(module) && SourceCrm.of(sync).files() != FileCopies.NONE;
    }

    /** Whether the records of a module are about files. */
    public static boolean hasFiles(String module) {
        return module.equals(DOCUMENTS);
    }

    /** The fields that refer to records, users or groups. */
    public static List<Field> referring(ModuleDescription module) {
        return module.fields().stream()
                .filter(field -> !RecordCheck.targets(field).isEmpty())
                .toList();
    }

    /** The column with the label of what a field refers to. */
    public static String label(Field field) {
        return field.name() + "_label";
    }
}
