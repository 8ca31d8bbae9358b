package io.github.camelvtiger.routes;

import io.github.camelvtiger.routes.log.LogFile;
import io.github.camelvtiger.routes.settings.RefusedSettingsException;
import io.github.camelvtiger.routes.settings.SettingsInspection;
import io.github.camelvtiger.routes.settings.WritableDirectory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Map<String, String> values = new HashMap<>(inspection.values());
        List<String> faults = new ArrayList<>(inspection.sentences());
        if (faults.isEmpty()) {
            faults.addAll(unwritable(values));
        }
        LogFile.open(values);
        inspection.warnings().forEach(LOG::warn);
        if (!faults.isEmpty()) {
            throw new RefusedSettingsException(faults);
        }
        values.forEach(settings::override);
    }

    /** Those where nothing can be written are no longer among the values. */
    private static List<String> unwritable(Map<String, String> values) {
        List<String> faults = new ArrayList<>();
        for (String name : List.of("data.directory", "log.directory")) {
            WritableDirectory.fault(name, values.get(name)).ifPresent(fault -> {
                faults.add(fault);
                values.remove(name);
            });
        }
        return faults;
    }
}
