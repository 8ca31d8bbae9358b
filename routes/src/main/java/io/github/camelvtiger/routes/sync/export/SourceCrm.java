package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;

/** What the routes of a sync from a CRM need to know of its source. */
final class SourceCrm {

    private SourceCrm() {}

    static Source.Crm of(SyncDefinition sync) {
        return (Source.Crm) sync.from();
    }

    /** An order comes with its items: without them it is half of one. */
    static boolean hasItems(String module) {
        return LineItems.MODULES.contains(module);
    }
}
