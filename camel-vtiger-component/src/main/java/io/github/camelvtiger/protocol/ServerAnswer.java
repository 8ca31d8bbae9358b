package io.github.camelvtiger.protocol;

import java.time.Instant;

/**
 * A success.
 *
 * @param result of the envelope: Map, List, String, Number, Boolean or null
 * @param serverTime the {@code Date} header; null where it is missing
 * @param envelope the bytes of the whole envelope
 */
public record ServerAnswer(Object result, Instant serverTime, byte[] envelope) {}
