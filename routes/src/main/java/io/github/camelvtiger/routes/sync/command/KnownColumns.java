package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncFault;
import io.github.camelvtiger.routes.sync.definition.SyncFile;
import io.github.camelvtiger.routes.sync.feed.AddedColumns;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import io.github.camelvtiger.routes.sync.feed.UserSecrets;
import io.github.camelvtiger.routes.sync.rows.BadFileException;
import io.github.camelvtiger.routes.sync.rows.RowReader;
import io.github.camelvtiger.routes.sync.rows.Rows;
import io.github.camelvtiger.routes.sync.run.StagedRowsException;
import io.github.camelvtiger.routes.sync.staging.StagingTable;
import io.github.camelvtiger.routes.sync.store.DataSources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The columns of what a sync reads, as far as they can be asked for: of the file that waits, of the table, of the module. */
final class KnownColumns {

    private final SyncFile file;
    private final SyncDefinition sync;
    private final DataSources databases;
    private final Supplier<CrmModules> crm;
    private final List<SyncFault> faults = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** @param crm the source, asked only if that is a CRM */
    KnownColumns(SyncFile file, DataSources databases, Supplier<CrmModules> crm) {
        this.file = file;
        this.sync = file.definition();
        this.databases = databases;
        this.crm = crm;
    }

    /** Why a table cannot be read. */
    List<SyncFault> faults() {
        return faults;
    }

    /** What could not be asked. */
    List<String> notes() {
        return notes;
    }

    /** @param module of the target, or of the source if only that is a CRM */
    List<String> of(String module) {
        if (sync.from() instanceof Source.Files files) {
            return waiting(Path.of(files.path()))
                    .map(path -> columns(files, path))
                    .orElse(List.of());
        }
        if (sync.from() instanceof Source.Table table) {
            return columns(table);
        }
        if (!(sync.from() instanceof Source.Crm)) {
            return List.of();
        }
        String source = sync.from() instanceof Source.Crm from
                        && !from.isAll()
                        && from.modules().size() == 1
                        && sync.parts().size() == 1
                ? from.modules().get(0)
                : module;
        return crm.get().find(source).map(this::columns).orElse(List.of());
    }

    private List<String> columns(ModuleDescription module) {
        List<String> columns = new ArrayList<>();
        module.fields().stream()
                .map(Field::name)
                .filter(field -> !UserSecrets.is(module.name(), field))
                .forEach(columns::add);
        if (SourceCrm.hasItems(sync, module.name())) {
            columns.add(LineItems.FIELD);
        }
        columns.addAll(AddedColumns.of(sync, module));
        return columns;
    }

    private List<String> columns(Source.Table table) {
        try {
            return new StagingTable(databases, table).columns();
        } catch (StagedRowsException e) {
            if (e.isPassing()) {
                notes.add(e.getMessage());
            } else {
                faults.add(file.fault(e.getMessage(), List.of("from", "table")));
            }
            return List.of();
        }
    }

    private List<String> columns(Source.Files files, Path path) {
        try (RowReader reader = Rows.open(path, files.format())) {
            return reader.columns();
        } catch (BadFileException unreadable) {
            notes.add("The file " + path + " cannot be read: " + unreadable.getMessage());
            return List.of();
        }
    }

    /** The file itself, or the first one in the directory. */
    private static Optional<Path> waiting(Path path) {
        if (!Files.isDirectory(path)) {
            return Optional.of(path).filter(Files::isRegularFile);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isRegularFile)
                    .filter(each -> !each.getFileName().toString().startsWith("."))
                    .sorted()
                    .findFirst();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
