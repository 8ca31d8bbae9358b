package io.github.camelvtiger.values;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.chrono.ChronoLocalDate;
import java.util.Calendar;
import java.util.Date;
import java.util.Optional;

/**
 * The Java types of time as the server counts it. A moment is UTC in a field of date and time. In a field of the day
 * alone it is the day as its own zone writes it: a birthday at midnight in Berlin is that day, not the one before. Where
 * a day and a time of day make one moment together (activities), both are UTC.
 *
 * @param zone of {@link Date} and {@link Calendar} days, which have none of their own
 * @param splitMoments whether the module keeps moments as a field for the day and one for the time
 */
record JavaTimes(ZoneId zone, boolean splitMoments) {

    /** Empty for what is not a type of time. */
    Optional<LocalDate> day(Object value) {
        if (value instanceof ChronoLocalDate day) {
            return Optional.of(LocalDate.from(day));
        }
        if (value instanceof java.sql.Date day) {
            return Optional.of(day.toLocalDate());
        }
        return written(value).map(LocalDateTime::toLocalDate);
    }

    Optional<LocalTime> time(Object value) {
        if (value instanceof LocalTime time) {
            return Optional.of(time);
        }
        if (value instanceof java.sql.Time time) {
            return Optional.of(time.toLocalTime());
        }
        if (value instanceof OffsetTime time) {
            return Optional.of(time.withOffsetSameInstant(ZoneOffset.UTC).toLocalTime());
        }
        return written(value).map(LocalDateTime::toLocalTime);
    }

    Optional<LocalDateTime> moment(Object value) {
        if (value instanceof LocalDateTime local) {
            return Optional.of(local);
        }
        if (value instanceof ChronoLocalDate day) {
            return Optional.of(LocalDate.from(day).atStartOfDay());
        }
        if (value instanceof java.sql.Date day) {
            return Optional.of(day.toLocalDate().atStartOfDay());
        }
        return zoned(value)
                .map(moment -> moment.withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime());
    }

    private Optional<LocalDateTime> written(Object value) {
        if (value instanceof LocalDateTime local) {
            return Optional.of(local);
        }
        return zoned(value)
                .map(moment -> (splitMoments ? moment.withZoneSameInstant(ZoneOffset.UTC) : moment).toLocalDateTime());
    }

    private Optional<ZonedDateTime> zoned(Object value) {
        if (value instanceof ZonedDateTime moment) {
            return Optional.of(moment);
        }
        if (value instanceof OffsetDateTime moment) {
            return Optional.of(moment.toZonedDateTime());
        }
        if (value instanceof Instant moment) {
            return Optional.of(moment.atZone(ZoneOffset.UTC));
        }
        if (value instanceof Calendar calendar) {
            return Optional.of(
                    calendar.toInstant().atZone(calendar.getTimeZone().toZoneId()));
        }
        return value instanceof Date date && !(date instanceof java.sql.Time)
                ? Optional.of(Instant.ofEpochMilli(date.getTime()).atZone(zone))
                : Optional.empty();
    }
}
