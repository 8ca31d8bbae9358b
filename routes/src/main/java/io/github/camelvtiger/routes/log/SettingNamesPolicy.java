package io.github.camelvtiger.routes.log;

import io.github.camelvtiger.routes.settings.OptionNames;
import org.apache.logging.log4j.core.Core;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.rewrite.RewritePolicy;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;

/** Lets log lines of the component name the settings of the application instead of its own options. */
@Plugin(name = "SettingNames", category = Core.CATEGORY_NAME, elementType = "rewritePolicy")
public final class SettingNamesPolicy implements RewritePolicy {

    private SettingNamesPolicy() {}

    @PluginFactory
    public static SettingNamesPolicy create() {
        return new SettingNamesPolicy();
    }

    @Override
    public LogEvent rewrite(LogEvent event) {
        String said = event.getMessage().getFormattedMessage();
        String text = said == null ? null : OptionNames.toSettings(said);
        return text == null || text.equals(said)
                ? event
                : new Log4jLogEvent.Builder(event)
                        .setMessage(new SimpleMessage(text))
                        .build();
    }
}
