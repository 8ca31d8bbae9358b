package io.github.camelvtiger.routes.sync.definition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the parts of a sync file must have to do with each other. */
final class SyncRules {

    private final SyncDefinition sync;
    private final Section file;

    SyncRules(SyncDefinition sync, Section file) {
        this.sync = sync;
        this.file = file;
    }

    void check() {
        if (!(sync.from() instanceof Source.Crm) && !(sync.to() instanceof Target.Crm)) {
            file.fault("to", "One of the ends must be a CRM; write 'crm: MODULE' in 'from' or 'to'.");
        }
        if (sync.from() instanceof Source.Crm from && sync.to() instanceof Target.Crm to) {
            if (to.same()) {
                migration();
            } else {
                modules(from, to);
                between(to);
            }
        }
        if (!(sync.from() instanceof Source.Crm) && sync.to() instanceof Target.Crm to && !isOne(to)) {
            rows(to);
        }
        if (!(sync.to() instanceof Target.Crm) && file.has("limits")) {
            file.fault(
                    "limits",
                    "The key 'limits' is for what is written to a CRM, and this sync writes none; remove it.");
        }
        if (sync.from() instanceof Source.Crm from && sync.to() instanceof Target.Files to) {
            files(from, to);
        }
        if (sync.from() instanceof Source.Crm from
                && sync.to() instanceof Target.Uri
                && from.files() != Source.FileCopies.NONE) {
            file.fault(
                    "from",
                    "The key 'files' copies the files of Documents beside files, not into messages; remove it.");
        }
        if (sync.to() instanceof Target.Table to) {
            new TableRules(sync, to, file).check();
        }
        relations();
        feed();
        deletions();
    }

    private void relations() {
        if (sync.from() instanceof Source.Crm from
                && from.cron().isPresent()
                && sync.parts().stream()
                        .anyMatch(part -> part.relations().sweep().isPresent())) {
            file.fault(
                    "from",
                    "A full export at the times of 'cron' reads the relations of all records each time; remove 'sweep' from"
                            + " 'relations', or 'cron'.");
        }
    }

    private void files(Source.Crm from, Target.Files to) {
        boolean feed = from.cron().isEmpty();
        boolean several = from.modules().size() > 1 || from.isAll();
        if (several && !to.name().contains("{module}")) {
            name("gives the records of several modules one file; put {module} into 'name'.", to);
        }
        if (!feed && to.span() == Target.Files.Span.RECORD && to.name().contains("{run}")) {
            name(
                    "has {id} and {run}, but the file of a record is also written by itself when its reject is tried again; put"
                            + " {day} in the place of {run}.",
                    to);
        }
        if (feed && (to.span() == Target.Files.Span.RUN || to.name().contains("{run}"))) {
            name(
                    "is the name of one file for each run, and a feed does not end; put {day} or {id} into 'name', or add"
                            + " 'cron' to 'from'.",
                    to);
        } else if (feed && to.span() == Target.Files.Span.DAY && !isAppendable(to)) {
            name(
                    "is the name of a file to which records are added as they come, which only CSV and JSON Lines allow;"
                            + " write one of these, put {id} into 'name', or add 'cron' to 'from'.",
                    to);
        }
    }

    private static boolean isAppendable(Target.Files to) {
        Format.Kind kind = to.format().kind().orElse(Format.Kind.CSV);
        return kind == Format.Kind.CSV || kind == Format.Kind.JSONL;
    }

    private void name(String problem, Target.Files to) {
        file.fault("to", "The name '" + to.name() + "' " + problem);
    }

    private void modules(Source.Crm from, Target.Crm to) {
        if (from.isAll() && !to.modules().contains(EndReader.ALL)) {
            file.fault(
                    "from",
                    "All modules of a CRM go into files, or into another CRM by 'crm: same' in 'to'; write that, or the names of"
                            + " the modules in 'from' and 'to'.");
            return;
        }
        Set<String> sources = new TreeSet<>(from.modules());
        if ((sources.size() > 1 || !isOne(to)) && !sources.equals(new TreeSet<>(to.modules()))) {
            file.fault(
                    "to",
                    "With several modules each goes to the one of the same name, but 'from' and 'to' name different"
                            + " ones; write the same in both.");
        }
    }

    /** A row becomes a record of each module. */
    private void rows(Target.Crm to) {
        if (to.modules().contains(EndReader.ALL)) {
            file.fault("to", "The modules for rows of files and for messages have their names; write them in 'crm'.");
            return;
        }
        if (sync.from() instanceof Source.Table) {
            file.fault("to", "A row of a table has one state, that of one record; name one module in 'crm'.");
            return;
        }
        List<String> unsaid = to.modules().stream()
                .filter(module ->
                        sync.parts().stream().noneMatch(part -> part.module().equals(Optional.of(module))))
                .toList();
        if (!unsaid.isEmpty()) {
            file.fault(
                    "to",
                    "A row becomes a record of each module, so it must be said how; add " + String.join(" and ", unsaid)
                            + " to 'modules'.");
        }
        if (sync.deletions() instanceof Deletions.Missing) {
            file.fault(
                    "deletions",
                    "With 'deletions: missing' the file is the list of one module; write a sync for each.");
        }
    }

    /** A record comes again with each change, so it must be known which one it has become. */
    private void between(Target.Crm to) {
        if (to.modules().contains(EndReader.ALL)) {
            file.fault("to", "The modules of a CRM as the target have their names; write them in 'from' and 'to'.");
        }
        if (to.modules().stream()
                .map(sync::part)
                .anyMatch(part -> part.match().isEmpty() && !part.fields().containsKey("id"))) {
            file.fault(
                    "to",
                    "A record of a CRM comes again each time it changes, so it must be known which record of the other it"
                            + " is; add 'match' to 'to', or a rule for 'id'.");
        }
    }

    /** Which record of the target is which is remembered. */
    private void migration() {
        if (sync.parts().stream().anyMatch(part -> part.fields().containsKey("id"))) {
            file.fault(
                    "to",
                    "With 'crm: same' the sync knows itself which record of the other CRM a record has become; remove the rule"
                            + " for 'id'.");
        }
    }

    private static boolean isOne(Target.Crm target) {
        return target.modules().size() == 1 && !target.modules().contains(EndReader.ALL);
    }

    private void feed() {
        boolean feed = sync.from() instanceof Source.Crm crm && crm.cron().isEmpty();
        if (file.has("start") && !feed) {
            file.fault("start", "The key 'start' is for the feed of a CRM, and this sync reads none; remove it.");
        }
        if (file.has("names") && !(sync.from() instanceof Source.Crm)) {
            file.fault("names", "The key 'names' is for records of a CRM, and this sync reads none; remove it.");
        }
    }

    private void deletions() {
        if (file.has("scope") && !(sync.deletions() instanceof Deletions.Missing)) {
            file.fault("scope", "The key 'scope' has no meaning without 'deletions: missing'; add that, or remove it.");
        }
        if (sync.deletions() instanceof Deletions.Events
                && !(sync.to() instanceof Target.Table)
                && !(sync.from() instanceof Source.Crm crm && crm.cron().isEmpty())) {
            file.fault(
                    "deletions",
                    "Deletions are reported by the feed of a CRM, and this sync reads none; write 'missing', or the"
                            + " column that says so.");
        }
        if (sync.deletions() instanceof Deletions.Marked || sync.deletions() instanceof Deletions.Missing) {
            ofRows();
        }
        if (sync.deletions() instanceof Deletions.Missing) {
            if (!file.has("scope")) {
                file.fault(
                        "deletions",
                        "With 'deletions: missing' whatever the file does not have is deleted; add 'scope', a"
                                + " condition on the records that may be, such as scope: \"leadsource = 'Partner'\".");
            }
            if (!file.has("limits", "deletes")) {
                file.fault(
                        "deletions",
                        "With 'deletions: missing' an incomplete file deletes too much; add 'limits: { deletes: 20 }'"
                                + " or a share.");
            }
        }
    }

    private void ofRows() {
        boolean rows = sync.from() instanceof Source.Uri || sync.from() instanceof Source.Table;
        if (rows && sync.deletions() instanceof Deletions.Missing) {
            file.fault(
                    "deletions",
                    "Only a file is the whole list of what there is; write the column that says that a record is to be deleted,"
                            + " and its value.");
        } else if (sync.from() instanceof Source.Crm || !(sync.to() instanceof Target.Crm)) {
            file.fault(
                    "deletions",
                    "This kind of 'deletions' is for rows of a file or a table, and for messages, that go to a CRM; write true for the feed of a"
                            + " CRM.");
        } else if (sync.parts().stream()
                .anyMatch(part -> part.match().isEmpty() && !part.fields().containsKey("id"))) {
            file.fault(
                    "deletions",
                    "To delete records it must be known which record a row is; add 'match' to 'to', or a rule for"
                            + " 'id'.");
        }
    }
}
