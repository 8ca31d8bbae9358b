package io.github.camelvtiger.simulator.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/**
 * A text as PHP's {@code strtotime} reads it, in UTC unless it says otherwise. PHP takes the longest form that it knows at each
 * place of the text, so date, time and zone may come in any order ({@link PhpDateForms}); relative texts such as
 * {@code next monday} and names of months are not known here.
 */
public final class PhpDateTime {

    private static final int NOON = 12;
    private static final int CENTURY = 100;
    private static final int FIRST_OF_LAST_CENTURY = 70;

    private int[] date;
    private int days;
    private boolean hasDate;
    private int[] time = new int[3];
    private boolean hasTime;
    private int zones;
    private ZoneOffset zone;
    private String region;

    private PhpDateTime(LocalDate today) {
        date = new int[] {today.getYear(), today.getMonthValue(), today.getDayOfMonth()};
    }

    /**
     * @param today of a text without a date
     * @return empty for what PHP cannot read
     */
    public static Optional<OffsetDateTime> read(String text, LocalDate today) {
        try {
            return Optional.of(new PhpDateTime(today).parsed(text.strip().toLowerCase(Locale.ROOT)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private OffsetDateTime parsed(String text) {
        if (text.isEmpty()) {
            throw new DateTimeException("PHP reads nothing in an empty text");
        }
        for (int place = 0; place < text.length(); ) {
            place += PhpDateForms.longest(text, place).read(this);
        }
        LocalDateTime local = day().plusHours(time[0]).plusMinutes(time[1]).plusSeconds(time[2]);
        return region == null
                ? local.atOffset(zone == null ? ZoneOffset.UTC : zone)
                : local.atZone(ZoneId.of(region)).toOffsetDateTime();
    }

    /** Days and months that the calendar lacks, 0 among them, are counted on from those that it has. */
    private LocalDateTime day() {
        return LocalDate.of(date[0], 1, 1)
                .plusMonths(date[1] - 1L)
                .plusDays(date[2] - 1L + days)
                .atStartOfDay();
    }

    void date(String year, String month, String day) {
        if (hasDate) {
            throw new DateTimeException("two dates");
        }
        hasDate = true;
        date = new int[] {yearOf(year), number(month), number(day)};
    }

    void monthAndDay(String month, String day) {
        date(String.format("%04d", date[0]), month, day);
    }

    private static int yearOf(String digits) {
        int year = number(digits);
        boolean century = digits.length() < 4 && year < CENTURY;
        return century ? year + (year < FIRST_OF_LAST_CENTURY ? 2000 : 1900) : year;
    }

    void year(String digits) {
        date[0] = number(digits);
    }

    void time(String hour, String minute, String second) {
        if (hasTime) {
            throw new DateTimeException("two times");
        }
        hasTime = true;
        time = new int[] {number(hour), number(minute), number(second)};
    }

    void time(String hour, String minute, String second, String half) {
        time(hour, minute, second);
        time[0] = time[0] % NOON + (half.equals("p") ? NOON : 0);
    }

    /** Replaces a time that was read before it. */
    void noon() {
        hasTime = true;
        time = new int[] {NOON, 0, 0};
    }

    /** Replaces a time that was read before it, and gives way to one that is read after it. */
    void midnight(int daysFromToday) {
        hasTime = false;
        time = new int[3];
        days += daysFromToday;
    }

    /** Four digits are a time, and a year if there is a time already. */
    void timeOrYear(String hour, String minute) {
        if (hasTime) {
            year(hour + minute);
        } else {
            time(hour, minute, null);
        }
    }

    void zone(String sign, String hours, String minutes) {
        if (firstZone()) {
            int seconds = (number(hours) * 60 + number(minutes)) * 60;
            zone = ZoneOffset.ofTotalSeconds(sign.equals("-") ? -seconds : seconds);
        }
    }

    void zone(String name) {
        if (!firstZone()) {
            return;
        }
        Optional<ZoneOffset> offset = PhpDateForms.abbreviation(name);
        if (offset.isPresent()) {
            zone = offset.get();
        } else {
            region = ZoneId.getAvailableZoneIds().stream()
                    .filter(id -> id.contains("/") && id.equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> new DateTimeException("not a zone: " + name));
        }
    }

    /** A second zone is passed over, whatever it is. */
    private boolean firstZone() {
        if (++zones > 2) {
            throw new DateTimeException("three zones");
        }
        return zones == 1;
    }

    private static int number(String digits) {
        return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}
