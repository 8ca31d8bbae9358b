package io.github.camelvtiger.simulator.relation;

import io.github.camelvtiger.simulator.relation.Way.Kind;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.Map;

/**
 * Undoes what makes two records related: the links between them, and the field of one that refers to the other. A field
 * that may not be empty stays, and so do line items.
 */
final class Unlinking {

    private final CrmStore store;
    private final Relations relations;

    Unlinking(CrmStore store, Relations relations) {
        this.store = store;
        this.relations = relations;
    }

    /** @return whether there was anything to undo */
    boolean unlink(StoredRow one, StoredRow other) {
        boolean linked = store.links().removeBetween(one.number(), other.number());
        return clearedByRelations(one, other) | clearedByRelations(other, one) | linked;
    }

    private boolean clearedByRelations(StoredRow from, StoredRow to) {
        boolean cleared = false;
        for (Relation relation : relations.of(from.module().name())) {
            if (relation.to().equals(to.module().name())) {
                for (Way way : relation.ways()) {
                    cleared |= cleared(way, from, to);
                }
            }
        }
        return cleared;
    }

    private boolean cleared(Way way, StoredRow from, StoredRow to) {
        if (way.ofContacts() || way.kind() != Kind.FIELD && way.kind() != Kind.OWN) {
            return false;
        }
        StoredRow referring = way.kind() == Kind.FIELD ? to : from;
        StoredRow referred = referring == to ? from : to;
        boolean clears = referring.value(way.name()).equals(referred.id())
                && referring
                        .module()
                        .field(way.name())
                        .filter(field -> !field.mandatory())
                        .isPresent();
        if (clears) {
            store.table(referring.module().name())
                    .change(referring.number(), current -> current.with(Map.of(way.name(), "")));
        }
        return clears;
    }
}
