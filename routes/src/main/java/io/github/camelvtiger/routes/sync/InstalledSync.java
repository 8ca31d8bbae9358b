package io.github.camelvtiger.routes.sync;

import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.template.SyncParts;

/**
 * A sync that is in a context.
 *
 * @param form the same as long as the sync would be made the same way; see {@link SyncForms}
 */
record InstalledSync(SyncDefinition definition, SyncParts parts, String form) {

    String name() {
        return definition.name();
    }
}
