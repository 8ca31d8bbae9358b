package io.github.camelvtiger.routes.sync.definition;

import java.util.List;
import java.util.Map;

/** What a sync into tables must not say, since the tables are those of the modules. */
final class TableRules {

    private static final Map<String, String> MEANINGLESS = Map.of(
            "map",
                    "the columns of a table are the fields of its module; leave fields out by 'columns: { block: FIELD }'",
            "ignore",
                    "the columns of a table are the fields of its module; leave fields out by 'columns: { block: FIELD }'",
            "skip", "a row cannot follow its record when that is skipped; choose records by 'where' in 'from'",
            "names", "the records that a row refers to have rows of their own; join them by their ids");

    /** Of orders. */
    private static final String ITEMS = "LineItem";

    private final SyncDefinition sync;
    private final Target.Table to;
    private final Section file;

    TableRules(SyncDefinition sync, Target.Table to, Section file) {
        this.sync = sync;
        this.to = to;
        this.file = file;
    }

    void check() {
        if (!(sync.from() instanceof Source.Crm from)) {
            return;
        }
        MEANINGLESS.forEach((key, reason) -> refuse(file, key, reason));
        file.section("modules").ifPresent(modules -> modules.keys()
                .forEach(module -> modules.section(module, "module '" + module + "'")
                        .ifPresent(part -> MEANINGLESS.forEach((key, reason) -> refuse(part, key, reason)))));
        if (from.files() != Source.FileCopies.NONE) {
            file.fault(
                    "from", "The key 'files' copies the files of Documents beside files, not into tables; remove it.");
        }
        modules(from);
        if (to.order() == Target.Table.Order.NEWEST) {
            newest(from);
        }
    }

    /** Of fields that are blocked or hashed in one module. */
    private void modules(Source.Crm from) {
        to.fields()
                .modules()
                .filter(module -> !from.isAll()
                        && !module.equals(ITEMS)
                        && !from.modules().contains(module))
                .forEach(module -> file.fault(
                        "to",
                        "There is no module '" + module + "' of which 'columns' says something in this sync; "
                                + Faults.remedy(module, from.modules())));
    }

    private static void refuse(Section section, String key, String reason) {
        if (section.has(key)) {
            section.fault(key, "The key '" + key + "' has no meaning for tables: " + reason + ".");
        }
    }

    private void newest(Source.Crm from) {
        List.of("cron", "start").stream()
                .filter(key -> key.equals("cron") ? from.cron().isPresent() : file.has(key))
                .forEach(key -> file.fault(
                        key.equals("cron") ? "from" : key,
                        "With 'order: newest' a feed begins with what changes from now on, and the table is filled beside"
                                + " it; remove '" + key + "' or 'order'."));
    }
}
