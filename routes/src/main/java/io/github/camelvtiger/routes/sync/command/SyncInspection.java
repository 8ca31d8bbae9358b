package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.routes.sync.definition.Deletions;
import io.github.camelvtiger.routes.sync.definition.EndpointUri;
import io.github.camelvtiger.routes.sync.definition.NotBuilt;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncFault;
import io.github.camelvtiger.routes.sync.definition.SyncFile;
import io.github.camelvtiger.routes.sync.definition.SyncPart;
import io.github.camelvtiger.routes.sync.definition.Target;
import io.github.camelvtiger.routes.sync.feed.Circles;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import io.github.camelvtiger.routes.sync.feed.SourceModules;
import io.github.camelvtiger.routes.sync.feed.UnreadRelations;
import io.github.camelvtiger.routes.sync.mapping.Mapping;
import io.github.camelvtiger.routes.sync.mapping.MappingFault;
import io.github.camelvtiger.routes.sync.mark.Mark;
import io.github.camelvtiger.routes.sync.message.EndpointOptions;
import io.github.camelvtiger.routes.sync.store.DataSources;
import io.github.camelvtiger.routes.sync.template.OwnRoutes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;

/** What can be said of a sound sync file by the modules it names and the file that waits for it. */
final class SyncInspection {

    private final SyncFile file;
    private final SyncDefinition sync;
    private final CheckedCrms crms;
    private final KnownColumns columns;
    private final CamelContext camel;
    private final List<SyncFault> faults = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private boolean unchecked;
    /** Of a move of all modules, those. */
    private List<String> moved = List.of();

    /** @param circles among all syncs */
    SyncInspection(SyncFile file, CheckedCrms crms, DataSources databases, Circles circles, CamelContext camel) {
        this.file = file;
        this.sync = file.definition();
        this.crms = crms;
        this.columns = new KnownColumns(file, databases, this::source);
        this.camel = camel;
        NotBuilt.of(sync).ifPresent(what -> faults.add(file.fault(what, List.of())));
        if (sync.from() instanceof Source.Crm from) {
            from.connection().ifPresent(name -> exists(name, "from"));
            exist(source(), from.modules(), "from");
            if (from.isAll()) {
                AllModulesInspection all = new AllModulesInspection(file, source(), target());
                unchecked = !all.inspect();
                faults.addAll(all.faults());
                notes.addAll(all.notes());
                moved = all.modules().map(SourceModules::read).orElse(List.of());
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
            ColumnInspection.sentences(sync, source())
                    .forEach(sentence -> faults.add(file.fault(sentence, List.of("to", "columns"))));
        }
        if (sync.to() instanceof Target.Crm to) {
            to.connection().ifPresent(name -> exists(name, "to"));
            exist(target(), to.modules(), "to");
            scope(to.modules().get(0));
            if (sync.isMigration() && faults.isEmpty()) {
                MoveInspection move =
                        new MoveInspection(file, sync.movesAll() ? sync.moving(moved) : sync, source(), target());
                move.inspect();
                faults.addAll(move.faults());
                notes.addAll(move.notes());
            }
        }
        mapped().forEach(this::mapping);
        faults.addAll(columns.faults());
        notes.addAll(columns.notes());
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
        if (sync.movesAll()) {
            return moved;
        }
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
        List<String> names = columns.of(module);
        List<MappingFault> found = Mapping.faults(sync, module, names, modules::find, camel);
        found.forEach(fault -> faults.add(file.fault(fault.sentence(), fault.path())));
        if (found.isEmpty() && modules.find(module).isPresent()) {
            notes.addAll(Mapping.of(sync, module, names, modules::find, camel).notes());
        }
    }
}
