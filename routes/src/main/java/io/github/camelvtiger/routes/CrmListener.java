package io.github.camelvtiger.routes;

import io.github.camelvtiger.routes.demo.DemoActivityRoute;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the routes their CRM: that of {@code vtiger.url}, or, exactly when that is not set, the demo's. */
final class CrmListener extends MainListenerSupport {

    private static final Logger LOG = LoggerFactory.getLogger("crm");

    private final boolean once;
    private Demo demo;

    CrmListener(boolean once) {
        this.once = once;
    }

    @Override
    public void beforeInitialize(BaseMainSupport main) {
        Settings settings = Settings.of(main.getCamelContext());
        Optional<String> url = settings.find("vtiger.url");
        if (url.isPresent()) {
            String username = settings.require("vtiger.username", "vtiger.url is set");
            settings.require("vtiger.access-key", "vtiger.url is set (or use the environment: VTIGER_ACCESS_KEY)");
            LOG.info("CRM: {} as {}", url.get(), username);
        } else {
            boolean tickets = settings.isOn("tickets.enabled");
            startDemo(settings, tickets);
            main.configure()
                    .addRoutesBuilder(new DemoActivityRoute(demo.server().url(), demo.edits(), tickets, once));
        }
        if (settings.find("poll.delay").isEmpty()) {
            settings.override("poll.delay", once || demo != null ? "2000" : "60000");
        }
        if (demo != null) {
            settings.override("syncs.minimum-age", "1000");
        }
    }

    private void startDemo(Settings settings, boolean tickets) {
        try {
            demo = Demo.start(Path.of(settings.require("data.directory", "it says where files are written")), tickets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        demo.configure(settings);
        LOG.info(
                "CRM: none is set (vtiger.url), so a simulated one with demo data runs at {}",
                demo.server().url());
    }

    Optional<Demo> demo() {
        return Optional.ofNullable(demo);
    }

    /** After everything that uses the CRM, or keeps its files with the demo, has ended. */
    void end() {
        if (demo != null) {
            demo.close();
        }
    }
}
