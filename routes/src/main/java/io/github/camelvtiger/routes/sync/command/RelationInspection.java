package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.routes.sync.definition.Relations;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncFault;
import io.github.camelvtiger.routes.sync.definition.SyncFile;
import io.github.camelvtiger.routes.sync.feed.RelationLabels;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the CRM has the relations that a sync file names, and what it costs to read them. */
final class RelationInspection {

    private final SyncFile file;
    private final SyncDefinition sync;
    private final CrmModules crm;
    private final List<SyncFault> faults = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    RelationInspection(SyncFile file, CrmModules crm) {
        this.file = file;
        this.sync = file.definition();
        this.crm = crm;
    }

    List<SyncFault> faults() {
        return faults;
    }

    List<String> notes() {
        return notes;
    }

    /** Nothing is said if the CRM does not answer. */
    void inspect(String module) {
        Relations relations = sync.part(module).relations();
        Optional<ModuleDescription> described = crm.find(module);
        if (relations.isEmpty() || described.isEmpty()) {
            return;
        }
        Optional<Map<String, String>> types = crm.relations(module);
        if (types.isEmpty()) {
            return;
        }
        int before = faults.size();
        relations.labels().forEach(label -> RelationLabels.fault(label, described.get(), types.get())
                .ifPresent(sentence -> faults.add(file.fault(sentence, path(module, label)))));
        if (faults.size() == before) {
            crm.count(module, SourceCrm.where(sync, module))
                    .ifPresent(records -> notes.add(cost(module, relations, records)));
        }
    }

    /** In a list, or in a section with a list; a path that does not lead anywhere is as good as its beginning. */
    private List<String> path(String module, String label) {
        List<String> section = sync.part(module).module().isPresent()
                ? List.of("modules", module, "relations")
                : List.of("from", "relations");
        List<String> inSection = below(section, List.of("labels", label));
        List<String> inList = below(section, List.of(label));
        return file.has(inSection) ? inSection : inList;
    }

    private static List<String> below(List<String> path, List<String> keys) {
        return Stream.concat(path.stream(), keys.stream()).toList();
    }

    private String cost(String module, Relations relations, long records) {
        int labels = relations.labels().size();
        boolean feed = ((Source.Crm) sync.from()).cron().isEmpty();
        return String.format(
                Locale.ROOT,
                "The relations of %s (%s) take %s for each record, and one more for each further 100 related records: %,d"
                        + " for the %,d records there are now, %s.",
                module,
                String.join(", ", relations.labels()),
                labels == 1 ? "one request" : labels + " requests",
                labels * records,
                records,
                feed ? "at first and every " + text(relations.every()) : "in each run");
    }

    private static String text(Duration every) {
        return every.equals(Duration.ofDays(every.toDays()))
                ? every.toDays() + "d"
                : every.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }
}
