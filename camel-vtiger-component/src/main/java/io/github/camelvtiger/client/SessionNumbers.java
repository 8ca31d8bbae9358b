package io.github.camelvtiger.client;

/**
 * What the sessions of a connection are doing at a moment.
 *
 * @param open how many are logged in
 * @param busy how many of these serve a call
 * @param waiting how many calls wait for one
 */
public record SessionNumbers(int open, int busy, int waiting) {

    /** Of a protocol without sessions. */
    public static final SessionNumbers NONE = new SessionNumbers(0, 0, 0);
}
