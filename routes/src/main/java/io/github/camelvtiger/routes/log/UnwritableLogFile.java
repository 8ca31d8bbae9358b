package io.github.camelvtiger.routes.log;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.ErrorHandler;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.RollingFileAppender;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;

/**
 * Reports on the console, once for each outage, that the log file cannot be written, for example because the disk is full. The
 * application goes on, and the file as soon as it can be written again.
 */
final class UnwritableLogFile implements ErrorHandler {

    /** An outage is over when no line failed for so long. */
    private static final long OVER = Duration.ofMinutes(10).toMillis();

    private final RollingFileAppender file;
    private final Appender console;
    private Long lastFailure;

    UnwritableLogFile(RollingFileAppender file, Appender console) {
        this.file = file;
        this.console = console;
    }

    @Override
    public synchronized void error(String message, LogEvent event, Throwable failure) {
        long now = System.currentTimeMillis();
        boolean reported = lastFailure != null && now - lastFailure < OVER;
        lastFailure = now;
        if (!reported) {
            console.append(Log4jLogEvent.newBuilder()
                    .setLoggerName(LogFile.class.getName())
                    .setLevel(Level.ERROR)
                    .setTimeMillis(now)
                    .setMessage(new SimpleMessage(
                            "The log file " + file.getManager().getFileName()
                                    + " cannot be written" + reason(message, failure)
                                    + "; until it can, log lines are on the console alone."))
                    .build());
        }
    }

    private static String reason(String message, Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(IOException.class::isInstance)
                .map(Throwable::getMessage)
                .findFirst()
                .map(reason -> ": " + reason)
                .orElse(" (" + message + ")");
    }

    @Override
    public void error(String message) {
        error(message, null, null);
    }

    @Override
    public void error(String message, Throwable failure) {
        error(message, null, failure);
    }
}
