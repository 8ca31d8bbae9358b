package io.github.camelvtiger.simulator.http;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The log of the web server's libraries in the program. They print their versions when they start: to write the first
 * such line Java loads its log handlers, time zones and the formats of the locale, all before the first answer.
 */
public final class WebServerLog {

    /** Held, because the log manager forgets loggers, and with them their levels, that are not referenced. */
    private static final List<Logger> LOGGERS = List.of(
            Logger.getLogger("io.undertow"), Logger.getLogger("org.xnio"), Logger.getLogger("org.jboss.threads"));

    private WebServerLog() {}

    /** From now on only what is wrong is written. */
    public static void onlyWarnings() {
        for (Logger logger : LOGGERS) {
            logger.setLevel(Level.WARNING);
        }
    }
}
