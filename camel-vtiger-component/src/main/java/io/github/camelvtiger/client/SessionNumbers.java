package io.github.camelvtiger.client;

import java.time.Duration;

/**
 * What the sessions of a connection are doing at a moment, and how many the CRM has forgotten.
 *
 * @param open how many are logged in
 * @param busy how many of these serve a call
 * @param waiting how many calls wait for one
 * @param lost how often the CRM did not know a session any more, since the connection was made
 * @param shortestLoss after how short a time without a call that happened; null while none was lost
 */
public record SessionNumbers(int open, int busy, int waiting, int lost, Duration shortestLoss) {

    /** Of a protocol without sessions. */
    public static final SessionNumbers NONE = new SessionNumbers(0, 0, 0, 0, null);
}
