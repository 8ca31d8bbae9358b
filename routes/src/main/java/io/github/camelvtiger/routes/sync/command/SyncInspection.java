package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.routes.sync.definition.Deletions;
import io.github.camelvtiger.routes.sync.definition.EndpointUri;
import io.github.camelvtiger.routes.sync.definition.NotBuilt;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncFault;
import io.github.camelvtiger.routes.sync.definition.SyncFile;
import io.github.camelvtiger.routes.sync.definition.SyncPart;
import io.github.camelvtiger.routes.sync.definition.Target;
import io.github.camelvtiger.routes.sync.feed.AddedColumns;
import io.github.camelvtiger.routes.sync.feed.Circles;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import io.github.camelvtiger.routes.sync.feed.SourceModules;
import io.github.camelvtiger.routes.sync.feed.UnreadRelations;
import io.github.camelvtiger.routes.sync.feed.UserSecrets;
import io.github.camelvtiger.routes.sync.mapping.Mapping;
import io.github.camelvtiger.routes.sync.mapping.MappingFault;
import io.github.camelvtiger.routes.sync.mark.Mark;
import io.github.camelvtiger.routes.sync.message.EndpointOptions;
import io.github.camelvtiger.routes.sync.rows.BadFileException;
import io.github.camelvtiger.routes.sync.rows.RowReader;
import io.github.camelvtiger.routes.sync.rows.Rows;
import io.github.camelvtiger.routes.sync.run.StagedRowsException;
import io.github.camelvtiger.routes.sync.staging.StagingTable;
import io.github.camelvtiger.routes.sync.store.DataSources;
import io.github.camelvtiger.routes.sync.table.ColumnNames;
import io.github.camelvtiger.routes.sync.template.OwnRoutes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;

/** What can be said of a sound sync file by the modules it names and the file that waits for it. */
final class SyncInspection {

    private final SyncFile file;
    private final SyncDefinition sync;
    private final CheckedCrms crms;
    private final DataSources databases;
    private final CamelContext camel;
    private final List<SyncFault> faults = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private boolean unchecked;

    /** @param circles among all syncs */
    SyncInspection(SyncFile file, CheckedCrms crms, DataSources databases, Circles circles, CamelContext camel) {
        this.file = file;
        this.databases = databases;
        this.sync = file.definition();
        this.crms = crms;
        this.camel = camel;
        NotBuilt.of(sync).ifPresent(what -> faults.add(file.fault(what, List.of())));
        if (sync.from() instanceof Source.Crm from) {
            from.connection().ifPresent(name -> exists(name, "from"));
            exist(source(), from.modules(), "from");
            if (from.isAll()) {
                all(from);
            }
            read().forEach(this::where);
            if (faults.isEmpty() && (!(sync.to() instanceof Target.Crm) || sync.isMigration())) {
                RelationInspection relations = new RelationInspection(file, source());
                read().forEach(relations::inspect);
                faults.addAll(relations.faults());
                notes.addAll(relations.notes());
                if (from.cron().isPresent() && faults.isEmpty() && !sync.isMigration()) {
                    unread(from);
                }
            }
        }
        if (sync.from() instanceof Source.Uri from) {
            options(from.uri(), "from", "uri");
            from.deadLetter().ifPresent(to -> options(to, "from", "deadLetter"));
            if (sync.to() instanceof Target.Crm to) {
                to.modules().forEach(this::once);
            }
        }
        if (sync.to() instanceof Target.Uri to) {
            options(to.uri(), "to", "uri");
            read().forEach(module -> key(module, to));
        }
        if (sync.to() instanceof Target.Table) {
            read().stream()
                    .map(source()::find)
                    .flatMap(Optional::stream)
                    .filter(module -> !LineItems.MODULES.contains(module.name()))
                    .map(module -> ColumnNames.fault(sync, List.of(module)))
                    .flatMap(Optional::stream)
                    .forEach(sentence -> faults.add(file.fault(sentence, List.of("to", "columns"))));
        }
        if (sync.to() instanceof Target.Crm to) {
            to.connection().ifPresent(name -> exists(name, "to"));
            exist(target(), to.modules(), "to");
            scope(to.modules().get(0));
            if (sync.isMigration() && faults.isEmpty()) {
                MoveInspection move = new MoveInspection(file, source(), target());
                move.inspect();
                faults.addAll(move.faults());
                notes.addAll(move.notes());
            }
        }
        mapped().forEach(this::mapping);
        notes.addAll(circles.notes(sync));
        if (OwnRoutes.exist(sync)) {
            notes.add("Its routes are those of " + OwnRoutes.file(sync)
                    + "; what this file says of modules, directories and times does not change them.");
        }
    }

    private void options(EndpointUri uri, String end, String key) {
        EndpointOptions.faults(camel, uri).forEach(sentence -> faults.add(file.fault(sentence, List.of(end, key))));
    }

    private void once(String module) {
        SyncPart part = sync.part(module);
        if (part.match().isEmpty()
                && !part.fields().containsKey("id")
                && target().find(module)
                        .filter(described -> !Mark.isTakenBy(described))
                        .isPresent()) {
            notes.add("Records of " + module
                    + " carry no mark, so a message that is delivered again after a crash may create one"
                    + " twice; 'match' in 'to' prevents that.");
        }
    }

    private void key(String module, Target.Uri to) {
        source().find(module)
                .filter(described -> described.field(to.key()).isEmpty())
                .ifPresent(described -> faults.add(file.fault(
                        "The module " + module + " has no field '" + to.key() + "' to be the key of messages; "
                                + "write the API name of one.",
                        List.of("to", "key"))));
    }

    /** What "*" means here: names that the CRM does not have are faults, and what is left out is to be known. */
    private void all(Source.Crm from) {
        Optional<List<String>> known = source().names();
        if (known.isEmpty()) {
            unchecked = true;
            return;
        }
        List<String> types = known.get();
        int before = faults.size();
        from.exclude().forEach(name -> SourceModules.unknown(name, types)
                .ifPresent(sentence -> faults.add(file.fault(sentence, List.of("from", "exclude", name)))));
        SourceModules.configured(sync).forEach(name -> SourceModules.unknown(name, types)
                .ifPresent(sentence -> faults.add(file.fault(sentence, List.of("modules", name)))));
        if (faults.size() == before) {
            SourceModules modules = SourceModules.all(sync, types, source()::find);
            if (source().silence().isPresent()) {
                unchecked = true;
                return;
            }
            notes.add((from.cron().isPresent() ? "Reads " : "Follows ")
                    + String.join(", ", from.cron().isPresent() ? modules.read() : modules.followed()) + ".");
            if (from.cron().isEmpty() && !modules.whole().isEmpty()) {
                notes.add("Reads whole at the start and at each sweep, since they have no time of modification: "
                        + String.join(", ", modules.whole()) + ".");
            }
            modules.omissions().ifPresent(text -> notes.add(capital(text) + "."));
        }
    }

    /** Of a full export, which may be a backup. */
    private void unread(Source.Crm from) {
        List<String> modules = from.isAll()
                ? source().names()
                        .map(types ->
                                SourceModules.all(sync, types, source()::find).read())
                        .orElse(List.of())
                : from.modules();
        UnreadRelations unread = UnreadRelations.of(
                sync, modules, module -> source().relations(module).orElse(Map.of()), source()::find);
        if (source().silence().isEmpty()) {
            unread.note().ifPresent(notes::add);
        }
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** The modules of the source that the sync file names; of all of them those of which it says something. */
    private List<String> read() {
        Source.Crm from = SourceCrm.of(sync);
        return from.isAll() ? SourceModules.configured(sync).toList() : from.modules();
    }

    private CrmModules source() {
        return crms.of(SourceCrm.of(sync).connection());
    }

    /** The CRM that the mapping is about: that of the target, or of the source if only that is one. */
    private CrmModules target() {
        return sync.to() instanceof Target.Crm to ? crms.of(to.connection()) : source();
    }

    private void exists(String connection, String end) {
        if (!crms.has(connection)) {
            faults.add(file.fault(
                    "There is no connection '" + connection + "'; set camel.beans." + connection
                            + " = #class:io.github.camelvtiger.VtigerConnection and its url, username and access-key in"
                            + " application.properties.",
                    List.of(end, "connection")));
        }
    }

    private void where(String module) {
        if (source().find(module).isPresent()) {
            SourceCrm.where(sync, module)
                    .flatMap(condition -> source().refusal(module, condition))
                    .ifPresent(sentence -> faults.add(file.fault(sentence, wherePath(module))));
        }
    }

    private List<String> wherePath(String module) {
        String target = SourceCrm.target(sync, module);
        return sync.part(target).module().isPresent() ? List.of("modules", target, "where") : List.of("from", "where");
    }

    private void scope(String module) {
        if (sync.deletions() instanceof Deletions.Missing missing
                && target().find(module).isPresent()) {
            target().refusal(module, missing.scope())
                    .ifPresent(sentence -> faults.add(file.fault(sentence, List.of("scope"))));
        }
    }

    /** Why a CRM of the sync says nothing; empty if they answer. */
    Optional<String> silence() {
        return target().silence().or(() -> sync.from() instanceof Source.Crm ? source().silence() : Optional.empty());
    }

    List<SyncFault> faults() {
        return faults;
    }

    List<String> notes() {
        return notes;
    }

    /** Whether a module is not known, so that its fields could not be looked at. */
    boolean isUnchecked() {
        return unchecked;
    }

    private void exist(CrmModules modules, List<String> names, String end) {
        names.stream().filter(name -> !name.equals(Source.Crm.ALL)).forEach(name -> modules.unknown(name)
                .ifPresent(sentence -> faults.add(file.fault(sentence, List.of(end, "crm", name)))));
    }

    /** The modules that have a mapping; of all modules only those that the file says something of. */
    private List<String> mapped() {
        return sync.to() instanceof Target.Crm to ? to.modules() : read();
    }

    private void mapping(String module) {
        CrmModules modules = target();
        if (modules.unknown(module).isPresent()) {
            return;
        }
        if (modules.find(module).isEmpty()) {
            unchecked = true;
        }
        List<String> columns = columns(module);
        List<MappingFault> found = Mapping.faults(sync, module, columns, modules::find, camel);
        found.forEach(fault -> faults.add(file.fault(fault.sentence(), fault.path())));
        if (found.isEmpty() && modules.find(module).isPresent()) {
            notes.addAll(Mapping.of(sync, module, columns, modules::find, camel).notes());
        }
    }

    private List<String> columns(String module) {
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
        return source().find(source).map(this::columns).orElse(List.of());
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
