package io.github.camelvtiger.routes.settings;

import java.text.ParseException;
import java.util.Date;
import java.util.Optional;
import org.quartz.CronExpression;

/** A schedule that Quartz understands and that comes to pass. */
final class CronSchedule implements Check {

    private static final String CURE =
            "; write second minute hour day-of-month month day-of-week, such as 0 0 2 * * ? for two o'clock every night";

    @Override
    public Optional<String> fault(String value) {
        try {
            return new CronExpression(value).getNextValidTimeAfter(new Date()) == null
                    ? Optional.of("which is a schedule that never comes to pass" + CURE)
                    : Optional.empty();
        } catch (ParseException | RuntimeException e) {
            return Optional.of("which is not a schedule of Quartz (" + withoutFullStop(e.getMessage()) + ")" + CURE);
        }
    }

    private static String withoutFullStop(String text) {
        return text == null ? "it cannot be read" : text.replaceAll("\\.\\s*$", "");
    }
}
