package io.github.camelvtiger.routes.log;

import java.util.Map;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.RollingFileAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Configurator;

/**
 * Adds the log file to the console, once the settings are known: what log4j2.xml leaves open it finds in system properties.
 */
public final class LogFile {

    private static final String PREFIX = "routes.";
    private static final String DIRECTORY = "log.directory";
    private static final String FORMAT = "log.format";
    private static final String LEVEL = "log.level";

    private LogFile() {}

    /** @param settings the sound ones; without a directory there is no file */
    public static void open(Map<String, String> settings) {
        for (String name : new String[] {DIRECTORY, FORMAT, LEVEL}) {
            String value = settings.get(name);
            if (value == null) {
                System.clearProperty(PREFIX + name);
            } else {
                System.setProperty(PREFIX + name, value);
            }
        }
        Configurator.reconfigure();
        Configuration configuration = ((LoggerContext) LogManager.getContext(false)).getConfiguration();
        if (configuration.getAppender("file") instanceof RollingFileAppender file) {
            file.setHandler(new UnwritableLogFile(file, configuration.getAppender("console")));
        }
    }
}
