package io.github.camelvtiger.routes.sync;

import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.feed.Circles;
import io.github.camelvtiger.routes.sync.run.Sha256;
import io.github.camelvtiger.routes.sync.template.OwnRoutes;
import java.io.IOException;
import java.util.List;

/**
 * What the routes of a sync are made of: its file, the file of routes that a person owns, and whether another sync writes back what it
 * reads. As long as none of these changes, neither do the routes.
 */
record SyncForms(Circles circles) {

    String of(SyncDefinition sync) {
        return String.join(
                "\n",
                sync.file().toString(),
                sync.sha256(),
                ownRoutes(sync),
                writtenBack(sync).toString(),
                circles.counterpart(sync).orElse(""));
    }

    private static String ownRoutes(SyncDefinition sync) {
        if (!OwnRoutes.exist(sync)) {
            return "";
        }
        try {
            return Sha256.of(OwnRoutes.file(sync));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private List<String> writtenBack(SyncDefinition sync) {
        return sync.from() instanceof Source.Crm from
                ? from.modules().stream()
                        .filter(module -> circles.isWrittenBack(sync, module))
                        .toList()
                : List.of();
    }
}
