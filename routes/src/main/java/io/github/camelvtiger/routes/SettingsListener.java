package io.github.camelvtiger.routes;

import io.github.camelvtiger.routes.log.LogFile;
import io.github.camelvtiger.routes.settings.RefusedSettingsException;
import io.github.camelvtiger.routes.settings.SettingsInspection;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets nothing start with settings that are wrong, and gives the others their final form. */
final class SettingsListener extends MainListenerSupport {

    private static final Logger LOG = LoggerFactory.getLogger("settings");

    private final boolean once;

    SettingsListener(boolean once) {
        this.once = once;
    }

    @Override
    public void beforeInitialize(BaseMainSupport main) {
        Settings settings = Settings.of(main.getCamelContext());
        SettingsInspection inspection = SettingsInspection.of(settings, once);
        LogFile.open(inspection.values());
        inspection.warnings().forEach(LOG::warn);
        if (!inspection.faults().isEmpty()) {
            throw new RefusedSettingsException(inspection.sentences());
        }
        inspection.values().forEach(settings::override);
    }
}
