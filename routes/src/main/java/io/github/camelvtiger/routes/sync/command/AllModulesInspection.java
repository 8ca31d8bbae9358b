package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncFault;
import io.github.camelvtiger.routes.sync.definition.SyncFile;
import io.github.camelvtiger.routes.sync.definition.Target;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import io.github.camelvtiger.routes.sync.feed.SourceModules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What "*" means for a sync: names that the CRM does not have are faults, and what is left out is to be known. */
final class AllModulesInspection {

    private final SyncFile file;
    private final SyncDefinition sync;
    private final CrmModules source;
    private final CrmModules target;
    private Optional<SourceModules> found = Optional.empty();
    private final List<SyncFault> faults = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** @param target the CRM to which the modules move; the source if they go elsewhere */
    AllModulesInspection(SyncFile file, CrmModules source, CrmModules target) {
        this.file = file;
        this.sync = file.definition();
        this.source = source;
        this.target = target;
    }

    /** @return false if the CRM cannot be asked */
    boolean inspect() {
        Source.Crm from = SourceCrm.of(sync);
        Optional<List<String>> known = source.names();
        if (known.isEmpty()) {
            return false;
        }
        List<String> types = known.get();
        from.exclude().forEach(name -> SourceModules.unknown(name, types)
                .ifPresent(sentence -> faults.add(file.fault(sentence, List.of("from", "exclude", name)))));
        SourceModules.configured(sync).forEach(name -> SourceModules.unknown(name, types)
                .ifPresent(sentence -> faults.add(file.fault(sentence, List.of("modules", name)))));
        if (sync.to() instanceof Target.Table to) {
            to.fields().modules().forEach(name -> SourceModules.unknown(name, types)
                    .ifPresent(sentence -> faults.add(file.fault(sentence, List.of("to", "columns")))));
        }
        if (faults.isEmpty()) {
            SourceModules modules = sync.isMigration()
                    ? SourceModules.moved(sync, types, source::find, target::find)
                    : SourceModules.all(sync, types, source::find);
            if (source.silence().isPresent() || target.silence().isPresent()) {
                return false;
            }
            found = Optional.of(modules);
            notes.add((from.cron().isPresent() ? "Reads " : "Follows ")
                    + String.join(", ", from.cron().isPresent() ? modules.read() : modules.followed()) + ".");
            if (from.cron().isEmpty() && !modules.whole().isEmpty()) {
                notes.add("Reads whole at the start and at each sweep, since they have no time of modification: "
                        + String.join(", ", modules.whole()) + ".");
            }
            modules.omissions().ifPresent(text -> notes.add(capital(text) + "."));
        }
        return true;
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** The modules, if the CRMs have said which those are. */
    Optional<SourceModules> modules() {
        return found;
    }

    List<SyncFault> faults() {
        return faults;
    }

    List<String> notes() {
        return notes;
    }
}
