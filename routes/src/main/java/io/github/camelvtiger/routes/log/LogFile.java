package io.github.camelvtiger.routes.log;

import java.util.Map;
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
    }
}
