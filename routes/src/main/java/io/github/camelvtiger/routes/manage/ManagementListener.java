package io.github.camelvtiger.routes.manage;

import io.github.camelvtiger.routes.manage.page.AccessToken;
import io.github.camelvtiger.routes.manage.page.OnCallPage;
import io.github.camelvtiger.routes.manage.page.PageWork;
import io.github.camelvtiger.routes.settings.RefusedSettingsException;
import io.github.camelvtiger.routes.settings.SettingsSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.component.micrometer.MicrometerConstants;
import org.apache.camel.component.platform.http.main.ManagementHttpServer;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.HttpManagementServerConfigurationProperties;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the management port of Camel: for this host only unless it asks who calls, and not while another process has it, since an
 * application without it is better than none. The settings {@code camel.management.*} are stronger than what is set here.
 */
public final class ManagementListener extends MainListenerSupport {

    private static final Logger LOG = LoggerFactory.getLogger("management");

    private static final String TOKEN = "management-token";

    /** As often as Prometheus asks at most. */
    private static final long MEASURING_SECONDS = 10;

    private final Function<CamelContext, SettingsSource> settings;
    private final Function<CamelContext, PageWork> work;

    private ManagementListener(Function<CamelContext, SettingsSource> settings, Function<CamelContext, PageWork> work) {
        this.settings = settings;
        this.work = work;
    }

    /** @param work what the page shows and does */
    public static ManagementListener of(
            Main main, Function<CamelContext, SettingsSource> settings, Function<CamelContext, PageWork> work) {
        HttpManagementServerConfigurationProperties server = main.configure().httpManagementServer();

        server.setEnabled(true);
        server.setHost(ManagementAddress.HOST);
        server.setPort(ManagementAddress.PORT);
        server.setHealthCheckEnabled(true);
        server.setMetricsEnabled(true);
        return new ManagementListener(settings, work);
    }

    @Override
    public void beforeInitialize(BaseMainSupport main) {
        Optional<ManagementAddress> address;
        try {
            address = ManagementAddress.of(settings.apply(main.getCamelContext()));
        } catch (IllegalArgumentException e) {
            throw new RefusedSettingsException(List.of(e.getMessage()));
        }
        address.flatMap(ManagementAddress::fault).ifPresent(fault -> {
            throw new RefusedSettingsException(List.of(fault));
        });
        address.ifPresent(wanted -> wanted.taken().ifPresent(reason -> {
            LOG.warn(
                    "The management port was not opened because {} cannot be used ({}): set camel.management.port to another"
                            + " port, or camel.management.enabled=false.",
                    wanted,
                    reason);
            close(main);
        }));
    }

    @Override
    public void afterStart(BaseMainSupport main) {
        CamelContext context = main.getCamelContext();
        ManagementHttpServer server = context.hasService(ManagementHttpServer.class);
        if (server == null) {
            return;
        }
        PageWork shown = work.apply(context);
        measure(context, shown);
        try {
            Path token = Path.of(settings.apply(context).value("data.directory").orElse("."), TOKEN);
            new OnCallPage(
                            shown,
                            AccessToken.in(token),
                            context.getExecutorServiceManager().newCachedThreadPool(this, "management-actions"))
                    .mount(server.getRouter(), server.getRouter().bodyHandler());
            LOG.info(
                    "On-call page: http://{}:{}/ with the token in {}; /observe/health, /observe/metrics",
                    server.getHost(),
                    server.getPort(),
                    token);
        } catch (IOException e) {
            LOG.warn("The on-call page was not opened because its token file cannot be written: {}", e.toString());
        }
    }

    private void measure(CamelContext context, PageWork shown) {
        MeterRegistry registry = context.getRegistry()
                .lookupByNameAndType(MicrometerConstants.METRICS_REGISTRY_NAME, MeterRegistry.class);
        if (registry != null) {
            SyncMeters meters = new SyncMeters(context, registry);
            context.getExecutorServiceManager()
                    .newSingleThreadScheduledExecutor(this, "sync-meters")
                    .scheduleWithFixedDelay(() -> measure(shown, meters), 0, MEASURING_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static void measure(PageWork shown, SyncMeters meters) {
        try {
            shown.syncs().ifPresent(meters::measure);
        } catch (RuntimeException e) {
            LOG.debug("What is measured of syncs is that of before", e);
        }
    }

    private static void close(BaseMainSupport main) {
        main.getCamelContext().getPropertiesComponent().addOverrideProperty("camel.management.enabled", "false");
    }
}
