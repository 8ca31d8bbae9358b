package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.routes.sync.definition.Source.FileCopies;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncFault;
import io.github.camelvtiger.routes.sync.definition.SyncFile;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import io.github.camelvtiger.routes.sync.migration.NamedRecords;
import io.github.camelvtiger.upsert.ServerCollation;
import io.github.camelvtiger.values.ServerMade;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a CRM lacks to which the records of another one are to move, beside modules and mandatory fields. */
final class MoveInspection {

    private static final String CUSTOM = "cf_";
    private static final int MOST_NAMED = 10;

    private final SyncFile file;
    private final SyncDefinition sync;
    private final CrmModules source;
    private final CrmModules target;
    private final List<SyncFault> faults = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** @param sync that of the file, with its modules by their names */
    MoveInspection(SyncFile file, SyncDefinition sync, CrmModules source, CrmModules target) {
        this.file = file;
        this.sync = sync;
        this.source = source;
        this.target = target;
    }

    List<SyncFault> faults() {
        return faults;
    }

    List<String> notes() {
        return notes;
    }

    /** Nothing is said of a CRM that does not answer. */
    void inspect() {
        List<String> modules = SourceCrm.of(sync).modules();
        for (String module : modules) {
            Optional<ModuleDescription> from = source.find(module);
            Optional<ModuleDescription> to = target.find(module);
            if (from.isPresent() && to.isPresent()) {
                fields(from.get(), to.get());
                relations(module);
            }
        }
        NamedRecords.modules().forEach(this::names);
        if (modules.contains("Documents")) {
            files();
        }
        if (modules.contains("ModComments")) {
            notes.add("Who wrote a comment is not kept: the new ones are the connection's user's.");
        }
    }

    private void fields(ModuleDescription from, ModuleDescription to) {
        for (Field field : from.fields()) {
            if (!field.editable() || ServerMade.field(field.name()) || !isMoved(from.name(), field.name())) {
                continue;
            }
            Optional<Field> same = to.field(field.name());
            if (same.isEmpty() && sync.part(from.name()).fields().isEmpty()) {
                notes.add("The other CRM has no field " + field.name() + " (" + field.label() + ") of " + from.name()
                        + ", so its values stay behind; " + remedy(field, to));
            } else if (same.isPresent()) {
                alike(from.name(), field, same.get());
            }
        }
    }

    /** Without {@code map} every field is. */
    private boolean isMoved(String module, String field) {
        Map<String, ?> rules = sync.part(module).fields();
        return rules.isEmpty()
                || sync.part(module).fields().values().stream()
                        .anyMatch(rule -> rule.from().contains(field));
    }

    private static String remedy(Field field, ModuleDescription to) {
        return to.fields().stream()
                .filter(other -> other.label().equalsIgnoreCase(field.label()))
                .map(other -> "its field " + other.name() + " has the same label, so add a 'map' with it.")
                .findFirst()
                .orElse("create it there.");
    }

    private void alike(String module, Field from, Field to) {
        if (from.name().startsWith(CUSTOM) && !from.label().equalsIgnoreCase(to.label())) {
            notes.add("The field " + from.name() + " of " + module + " is called " + from.label() + " in one CRM and "
                    + to.label() + " in the other; if these are not the same, add a 'map'.");
        }
        if (!from.picklistValues().isEmpty() && !to.picklistValues().isEmpty()) {
            Set<String> missing = new LinkedHashSet<>(from.picklistValues());
            to.picklistValues().forEach(missing::remove);
            if (!missing.isEmpty()) {
                notes.add("The other CRM does not have these values of " + from.name() + " of " + module
                        + ", so records with them are rejected: " + named(missing)
                        + "; add them there, or map them by 'values'.");
            }
        }
    }

    private void relations(String module) {
        List<String> labels = sync.part(module).relations().labels();
        if (labels.isEmpty()) {
            return;
        }
        target.relations(module).ifPresent(types -> labels.stream()
                .filter(label -> !types.containsKey(label))
                .forEach(label -> faults.add(file.fault(
                        module + " has no relation '" + label + "' in the other CRM; remove it.",
                        List.of("modules", module, "relations", label)))));
    }

    /** Of users, groups, currencies and folders. */
    private void names(String module) {
        String field = NamedRecords.name(module);
        Optional<List<String>> here = target.values(module, field);
        Optional<List<String>> there = source.values(module, field);
        if (here.isEmpty() || there.isEmpty()) {
            return;
        }
        Set<String> known = here.get().stream().map(ServerCollation::key).collect(Collectors.toSet());
        List<String> missing = there.get().stream()
                .filter(name -> !known.contains(ServerCollation.key(name)))
                .toList();
        if (!missing.isEmpty()) {
            notes.add("The other CRM does not have these " + module + ": " + named(missing) + ".");
        }
    }

    private void files() {
        FileCopies files = SourceCrm.of(sync).files();
        if (files == FileCopies.NONE) {
            notes.add("Documents move without their files; add 'files: true', or 'files: optional'.");
            return;
        }
        source.filesRefused().ifPresent(reason -> {
            if (files == FileCopies.REQUIRED) {
                faults.add(file.fault(
                        "The CRM that is read does not hand files out: " + reason
                                + ". With 'files: optional' documents move without them.",
                        List.of("from", "files")));
            } else {
                notes.add("The CRM that is read does not hand files out: " + reason + ".");
            }
        });
    }

    private static String named(Collection<String> names) {
        return names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "");
    }
}
