package io.github.camelvtiger.values;

import java.util.Optional;

/**
 * A value as the server takes it.
 *
 * @param value text, or what JSON has besides; the value as it was given if it could not be understood
 * @param fault why it could not be understood and what to write instead, to be continued after "The value of x "
 * @param refused whether it must not be sent in any case; otherwise the server may make of it what it can
 */
public record WireValue(Object value, Optional<String> fault, boolean refused) {

    public static WireValue of(Object value) {
        return new WireValue(value, Optional.empty(), false);
    }

    static WireValue notUnderstood(Object value, String fault) {
        return new WireValue(value, Optional.of(fault), false);
    }

    /** @param value to be shown; null if its text says nothing */
    public static WireValue refused(Object value, String fault) {
        return new WireValue(value, Optional.of(fault), true);
    }
}
