package io.github.camelvtiger;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;

/** What the component logs until this is closed. */
public final class LogLines extends AbstractAppender implements AutoCloseable {

    private static final String COMPONENT = "io.github.camelvtiger";

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Level before;

    private LogLines() {
        super("lines", null, null, true, Property.EMPTY_ARRAY);
        before = LogManager.getLogger(COMPONENT).getLevel();
    }

    public static LogLines of(Level level) {
        LogLines log = new LogLines();
        log.start();
        context().getConfiguration().getRootLogger().addAppender(log, Level.ALL, null);
        Configurator.setLevel(COMPONENT, level);
        return log;
    }

    private static LoggerContext context() {
        return (LoggerContext) LogManager.getContext(false);
    }

    @Override
    public void append(LogEvent event) {
        if (event.getLoggerName().startsWith(COMPONENT)) {
            lines.add(event.getMessage().getFormattedMessage());
        }
    }

    public Stream<String> lines() {
        return lines.stream();
    }

    @Override
    public void close() {
        Configurator.setLevel(COMPONENT, before);
        context().getConfiguration().getRootLogger().removeAppender(getName());
        stop();
    }
}
