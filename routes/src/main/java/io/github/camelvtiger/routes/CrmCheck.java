package io.github.camelvtiger.routes;

import io.github.camelvtiger.client.AuthenticationException;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.routes.settings.OptionNames;
import io.github.camelvtiger.routes.settings.RefusedSettingsException;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** Asks the CRM what only it knows of the settings: whether it takes the login and has the module of the export. */
final class CrmCheck {

    private final ProducerTemplate template;
    private final String module;
    private final boolean exports;
    private final boolean waits;

    /** @param waits whether also for what does not pass by itself, because it may be put right meanwhile */
    CrmCheck(CamelContext context, boolean waits) {
        this.waits = waits;
        template = context.createProducerTemplate();
        Settings settings = Settings.of(context);
        exports = settings.isOn("export.enabled");
        module = settings.require("export.module", "it names the module to export");
    }

    /**
     * @return whether the CRM answered and all is well; false when it did not, and is to be asked again
     * @throws AuthenticationException when it refuses the login
     * @throws RefusedSettingsException when it does not have the module, or cannot be reached as the settings say
     */
    boolean passed() {
        Exchange answer = template.request("vtiger:describe/" + module, exchange -> {});
        Exception failure = answer.getException();
        if (failure instanceof AuthenticationException refused) {
            throw refused;
        }
        if (failure instanceof VtigerException known && !CrmWatch.isOutage(known)) {
            if (!exports) {
                return true;
            }
            throw new RefusedSettingsException(List.of(
                    "The setting export.module is '" + module + "': " + OptionNames.toSettings(known.getMessage())));
        }
        if (!waits && LastingFault.is(failure)) {
            throw new RefusedSettingsException(List.of(OptionNames.toSettings(failure.getMessage())));
        }
        return failure == null;
    }
}
