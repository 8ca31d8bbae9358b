package io.github.camelvtiger.routes;

import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.support.LifecycleStrategySupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says at the start, in plain words, what runs, where to look and how to try it. */
final class BannerListener extends MainListenerSupport {

    private static final Logger LOG = LoggerFactory.getLogger("routes");

    @Override
    public void afterStart(BaseMainSupport main) {
        Settings settings = Settings.of(main.getCamelContext());
        Path data = Path.of(settings.require("data.directory", "it says where files are written"));
        LOG.info("What runs:");
        LOG.info(
                "  changed Contacts       -> {}/12x34.json and {}/contacts-<day>.jsonl",
                data.resolve("contacts"),
                data);
        LOG.info(
                "  CSV files in {} -> Leads (try it: drop one there)",
                data.resolve("inbox").resolve("leads"));
        LOG.info(
                "  all {} by cron \"{}\" -> {}",
                settings.require("export.module", "it names the module to export"),
                settings.require("export.cron", "it says when to export"),
                data.resolve("export"));
        LOG.info("  changed tickets        -> queue vtiger.tickets.out");
        LOG.info("  queue vtiger.tickets.in -> tickets; what cannot be written -> vtiger.tickets.dead");
        LOG.info("Files are under {}; Ctrl-C stops.", data.toAbsolutePath());
    }

    /** Not afterStop of the listener: on Ctrl-C the JVM ends when the context has stopped. */
    @Override
    public void beforeStart(BaseMainSupport main) {
        main.getCamelContext().addLifecycleStrategy(new LifecycleStrategySupport() {
            @Override
            public void onContextStopped(CamelContext context) {
                LOG.info("Stopped");
            }
        });
    }
}
