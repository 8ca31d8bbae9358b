package io.github.camelvtiger.routes;

import io.github.camelvtiger.routes.demo.SampleFile;
import io.github.camelvtiger.routes.sync.RunningSyncs;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.support.LifecycleStrategySupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says at the start, in plain words, what runs, where to look and how to try it. */
final class BannerListener extends MainListenerSupport {

    private static final Logger LOG = LoggerFactory.getLogger("routes");

    private final SyncsListener syncs;

    /** @param syncs started before */
    BannerListener(SyncsListener syncs) {
        this.syncs = syncs;
    }

    @Override
    public void afterStart(BaseMainSupport main) {
        Settings settings = Settings.of(main.getCamelContext());
        Path data = Path.of(settings.require("data.directory", "it says where files are written"));
        LOG.info("What runs:");
        for (SyncDefinition sync :
                syncs.running().map(RunningSyncs::definitions).orElse(List.of())) {
            LOG.info(
                    "  sync {}: {} -> {}{}{}",
                    sync.name(),
                    sync.from().label(),
                    sync.to().label(),
                    sync.name().equals(SampleFile.SYNC) ? " (try it: drop a file there)" : "",
                    sync.enabled() ? "" : " (switched off)");
        }
        if (settings.isOn("export.enabled")) {
            LOG.info(
                    "  route nightly-export: all {} by cron \"{}\" -> {}",
                    settings.require("export.module", "it names the module to export"),
                    settings.require("export.cron", "it says when to export"),
                    data.resolve("export"));
        }
        if (settings.isOn("tickets.enabled")) {
            LOG.info("  route tickets: changed tickets -> queue vtiger.tickets.out; queue vtiger.tickets.in -> tickets,"
                    + " and what cannot be written -> vtiger.tickets.dead");
        }
        LOG.info(
                "Syncs are files in {}; what they and the routes write is under {}; Ctrl-C stops.",
                settings.require("syncs.directory", "it says where the sync files are"),
                data.toAbsolutePath());
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
