package io.github.camelvtiger;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;

/** What is logged until this is closed. */
public final class LogLines extends AbstractAppender implements AutoCloseable {

    private static final String COMPONENT = "io.github.camelvtiger";

    private record Line(String logger, String message, Throwable thrown) {

        boolean isOfComponent() {
            return logger.startsWith(COMPONENT);
        }

        String whole() {
            StringWriter text = new StringWriter().append(logger).append(' ').append(message);
            if (thrown != null) {
                thrown.printStackTrace(new PrintWriter(text, true));
            }
            return text.toString();
        }
    }

    private final Queue<Line> lines = new ConcurrentLinkedQueue<>();
    private final Map<String, Level> before = new HashMap<>();

    private LogLines(Map<String, Level> levels) {
        super("lines", null, null, true, Property.EMPTY_ARRAY);
        levels.keySet()
                .forEach(logger ->
                        before.put(logger, LogManager.getLogger(logger).getLevel()));
        start();
        context().getConfiguration().getRootLogger().addAppender(this, Level.ALL, null);
        Configurator.setLevel(levels);
    }

    /** Of the component. */
    public static LogLines of(Level level) {
        return new LogLines(Map.of(COMPONENT, level));
    }

    /** Of every library as well, at the highest level. */
    public static LogLines ofAll() {
        return new LogLines(Map.of(LogManager.ROOT_LOGGER_NAME, Level.TRACE, COMPONENT, Level.TRACE));
    }

    private static LoggerContext context() {
        return (LoggerContext) LogManager.getContext(false);
    }

    @Override
    public void append(LogEvent event) {
        lines.add(new Line(event.getLoggerName(), event.getMessage().getFormattedMessage(), event.getThrown()));
    }

    /** The messages of the component. */
    public Stream<String> lines() {
        return lines.stream().filter(Line::isOfComponent).map(Line::message);
    }

    /** Each line of the component with its logger before the message and the stack trace behind it. */
    public Stream<String> wholeLines() {
        return lines.stream().filter(Line::isOfComponent).map(Line::whole);
    }

    /** The lines with something that no logger may print but those that docs/component.md names. */
    public List<String> undocumented(Predicate<String> secret) throws IOException {
        String page = Files.readString(Path.of("../docs/component.md"));
        List<String> documented = Pattern.compile("(?m)^  - `([a-zA-Z0-9.]+)`")
                .matcher(page.substring(page.indexOf("## Secrets"), page.indexOf("## Operations")))
                .results()
                .map(logger -> logger.group(1))
                .toList();
        return lines.stream()
                .filter(line -> documented.stream().noneMatch(line.logger()::startsWith))
                .map(Line::whole)
                .filter(secret)
                .toList();
    }

    @Override
    public void close() {
        Configurator.setLevel(before);
        context().getConfiguration().getRootLogger().removeAppender(getName());
        stop();
    }
}
