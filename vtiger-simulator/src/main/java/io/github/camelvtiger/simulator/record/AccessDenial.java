package io.github.camelvtiger.simulator.record;

import io.github.camelvtiger.simulator.journal.Explanation;
import io.github.camelvtiger.simulator.journal.NearestName;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.Optional;
import java.util.stream.Stream;

/** What the server's one sentence of denial means: it is the same for a deleted record, none at all and no right. */
final class AccessDenial {

    private final CrmStore store;

    AccessDenial(CrmStore store) {
        this.store = store;
    }

    /** No live record has the number, in this module or another. */
    Explanation missing(ModuleMetadata module, long number, String sent) {
        Optional<StoredRow> deleted = Stream.concat(
                        Stream.of(store.table(module.name())), store.entityTables().stream())
                .flatMap(table -> Stream.ofNullable(table.rows().get(number)))
                .filter(StoredRow::deleted)
                .findFirst();
        return Explanation.of(deleted.map(row -> row.id() + " was deleted at " + row.value("modifiedtime"))
                .orElse(sent + " is not the id of a record, and never was"));
    }

    Explanation otherModule(ModuleMetadata named, StoredRow found) {
        return new Explanation(
                "the prefix " + named.idPrefix() + " is that of " + named.name() + ", but the record is one of "
                        + found.module().name(),
                found.id());
    }

    Explanation notSeen(StoredRow row, CrmUser user) {
        return Explanation.of("records of " + row.module().name()
                + " are for their owner, his superiors and the members of a group that owns them: this one is "
                + row.value("assigned_user_id") + "'s, the caller is " + user.id());
    }

    static Explanation administratorsOnly(ModuleMetadata module, CrmUser user) {
        return Explanation.of(user.userName() + " has no access to " + module.name()
                + ", because the user is not an administrator and the profile does not give it");
    }

    Explanation noModule(String name) {
        return new Explanation(
                name.isEmpty() ? "the parameter elementType is missing" : "there is no module " + name,
                NearestName.of(
                                name,
                                store.metadata().modules().stream()
                                        .map(ModuleMetadata::name)
                                        .toList())
                        .orElse(""));
    }
}
