package io.github.camelvtiger.simulator.rest;

import java.util.Arrays;
import java.util.Locale;

/**
 * Editions of Vtiger Cloud with the calls they allow, as the vendor's page on API limits of April 2025 has them
 * ({@code cloud-rest.md §7}). A day's calls are those of the edition and those of each user together, up to the most.
 */
public enum RestEdition {
    /** Has no API. */
    PILOT(0, 0, 0, 0, 0),
    GROWTH(30, 1_000, 3_000, 200, 24_000),
    PROFESSIONAL(60, 4_000, 6_000, 600, 72_000),
    ENTERPRISE(90, 5_000, 6_000, 1_000, 120_000),
    AI(90, 5_000, 6_000, 1_000, 120_000);

    private final int minute;
    private final int hour;
    private final int dayBase;
    private final int dayPerUser;
    private final int dayMost;

    RestEdition(int minute, int hour, int dayBase, int dayPerUser, int dayMost) {
        this.minute = minute;
        this.hour = hour;
        this.dayBase = dayBase;
        this.dayPerUser = dayPerUser;
        this.dayMost = dayMost;
    }

    /** @throws IllegalArgumentException for a name that no edition has */
    public static RestEdition parse(String name) {
        return Arrays.stream(values())
                .filter(edition -> edition.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("REST edition \"" + name + "\" does not exist: give one of "
                                + Arrays.toString(values()).toLowerCase(Locale.ROOT)));
    }

    /** Calls of a minute. */
    int minute() {
        return minute;
    }

    /** Calls of an hour. */
    int hour() {
        return hour;
    }

    /** Calls of a day. */
    int day(long users) {
        return (int) Math.min(dayMost, dayBase + users * dayPerUser);
    }
}
