package io.github.camelvtiger.routes;

import io.github.camelvtiger.changes.Cursor;
import io.github.camelvtiger.changes.CursorCatalog;
import io.github.camelvtiger.changes.CursorState;
import io.github.camelvtiger.changes.CursorStore;
import io.github.camelvtiger.changes.FileCursorStore;
import io.github.camelvtiger.changes.JdbcCursorStore;
import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import io.github.camelvtiger.routes.sync.template.SyncRouteList;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the route {@code contacts-to-files} of an earlier version has read. The syncs of which it has become two go on there, so that
 * they neither deliver all Contacts again nor miss one.
 */
final class FormerContactsCursor {

    private static final Logger LOG = LoggerFactory.getLogger("cursors");
    private static final String MODULE = "Contacts";
    private static final List<String> HEIRS = List.of("contacts-by-day", "contacts-to-files");

    private final CursorStore store;
    private final CursorCatalog catalog;
    private final String key;

    /** That of the application's CRM, where its cursors are. */
    static FormerContactsCursor of(CamelContext context) {
        Settings settings = Settings.of(context);
        ClientSettings crm = new ClientSettings(
                settings.require("vtiger.url", "it names the CRM"),
                settings.require("vtiger.username", "vtiger.url is set"),
                settings.require("vtiger.access-key", "vtiger.url is set"));
        JdbcCursorStore database =
                context.getRegistry().lookupByNameAndType(CursorDatabase.STORE, JdbcCursorStore.class);
        if (database != null) {
            return new FormerContactsCursor(database, database, crm);
        }
        FileCursorStore files =
                new FileCursorStore(Path.of(settings.require("cursor.directory", "the cursors are there")));
        return new FormerContactsCursor(files, files, crm);
    }

    /**
     * @param store where the cursors are
     * @param catalog of the same store
     */
    FormerContactsCursor(CursorStore store, CursorCatalog catalog, ClientSettings crm) {
        this.store = store;
        this.catalog = catalog;
        // The component's own, for the route had none.
        this.key = crm.crm() + "/" + crm.username() + "/" + MODULE;
    }

    /**
     * Gives the cursor to those of the syncs that are in the place of the route; it is not there any more afterwards.
     *
     * @param syncs before their feeds begin
     * @throws io.github.camelvtiger.changes.CursorException while the earlier version is still at work, or if the cursors cannot be
     *     read or written
     */
    void passTo(List<SyncDefinition> syncs) {
        Optional<String> name = catalog.nameOf(key);
        if (name.isEmpty()) {
            return;
        }
        List<String> heirs = syncs.stream()
                .filter(FormerContactsCursor::isHeir)
                .map(sync -> SyncRouteList.cursorKey(sync, MODULE))
                .toList();
        if (heirs.isEmpty()) {
            LOG.warn(
                    "Contacts are no longer written to files: the route contacts-to-files of an earlier version was here, and"
                            + " there is no sync of that name. docs/syncs.md shows its file; 'cursor reset {}' ends this"
                            + " warning.",
                    name.get());
            return;
        }
        try (Cursor former = store.open(key)) {
            Optional<CursorState> state = former.read();
            if (state.isPresent()) {
                heirs.forEach(heir -> give(state.get(), heir));
            }
            // Last, so that a process that is killed before begins again.
            former.clear();
        }
        LOG.info("The syncs contacts-by-day and contacts-to-files go on where the route contacts-to-files was.");
    }

    private static boolean isHeir(SyncDefinition sync) {
        return HEIRS.contains(sync.name())
                && sync.from() instanceof Source.Crm from
                && from.connection().isEmpty()
                && from.cron().isEmpty()
                && SourceCrm.of(sync).modules().contains(MODULE);
    }

    private void give(CursorState state, String heir) {
        if (catalog.nameOf(heir).isPresent()) {
            return;
        }
        try (Cursor cursor = store.open(heir)) {
            cursor.read();
            cursor.replace(state);
        }
    }
}
