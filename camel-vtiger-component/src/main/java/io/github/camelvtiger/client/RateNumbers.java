package io.github.camelvtiger.client;

import java.util.OptionalLong;

/**
 * How far the calls that a CRM allows one user are used up. What the server did not report is empty.
 *
 * @param minuteLimit calls of a minute
 * @param minuteLeft of these, in the minute that runs
 * @param dayLimit calls of a day
 * @param dayLeft of these, on the day that runs
 * @param waiting how many calls wait for their turn now
 * @param delayed how many calls had to wait so far
 * @param refused how many calls failed so far since their turn would have come too late
 */
public record RateNumbers(
        OptionalLong minuteLimit,
        OptionalLong minuteLeft,
        OptionalLong dayLimit,
        OptionalLong dayLeft,
        int waiting,
        long delayed,
        long refused) {}
