package io.github.camelvtiger.routes;

import io.github.camelvtiger.changes.CursorStore;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the feeds the place of their cursors: the database of {@code cursor.jdbc.url}, else files. */
final class CursorListener extends MainListenerSupport {

    private static final Logger LOG = LoggerFactory.getLogger("cursors");

    private final CrmListener crm;
    private CursorDatabase database;

    CursorListener(CrmListener crm) {
        this.crm = crm;
    }

    @Override
    public void beforeInitialize(BaseMainSupport main) {
        Settings settings = Settings.of(main.getCamelContext());
        if (crm.demo().isPresent()) {
            return;
        }
        database = CursorDatabase.of(settings).orElse(null);
        if (database != null) {
            main.getCamelContext().getRegistry().bind(CursorDatabase.STORE, CursorStore.class, database.store());
            LOG.info("Cursors: in the database of cursor.jdbc.url");
        }
    }

    @Override
    public void afterStop(BaseMainSupport main) {
        if (database != null) {
            database.close();
        }
    }
}
