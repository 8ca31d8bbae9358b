package io.github.camelvtiger.routes;

import io.github.camelvtiger.client.AuthenticationException;
import io.github.camelvtiger.routes.settings.OptionNames;
import io.github.camelvtiger.routes.settings.RefusedSettingsException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks the settings against the CRM as soon as it answers: the CRM may be down when the application starts. A module
 * that is not there ends the application; a refused login is logged, since it may be put right in the CRM.
 */
final class CrmCheckListener extends MainListenerSupport {

    private static final Logger LOG = LoggerFactory.getLogger("crm");
    private static final long PAUSE_SECONDS = 30;

    private volatile boolean refused;
    private boolean loginRefused;

    /** Whether the application ended because of it. */
    boolean refused() {
        return refused;
    }

    @Override
    public void afterStart(BaseMainSupport main) {
        CamelContext context = main.getCamelContext();
        CrmCheck check = new CrmCheck(context, true);
        ScheduledExecutorService executor =
                context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "crm-check");
        executor.scheduleWithFixedDelay(
                () -> {
                    if (isOver(check, (Main) main)) {
                        executor.shutdown();
                    }
                },
                0,
                PAUSE_SECONDS,
                TimeUnit.SECONDS);
    }

    private boolean isOver(CrmCheck check, Main main) {
        try {
            return check.passed();
        } catch (AuthenticationException e) {
            if (!loginRefused) {
                LOG.error(OptionNames.toSettings(e.getMessage()));
            }
            loginRefused = true;
            return false;
        } catch (RefusedSettingsException e) {
            refused = true;
            LOG.error("The application ends: {}", e.getMessage());
            main.completed();
            return true;
        } catch (RuntimeException e) {
            // The context is being stopped.
            return true;
        }
    }
}
