package io.github.camelvtiger.values;

import java.util.Optional;

/**
 * A value as the server takes it.
 *
 * @param value text, or what JSON has besides; the value as it was given where it could not be understood
 * @param fault why it could not be understood and what to write instead, to be continued after "The field x (type) "
 */
public record WireValue(Object value, Optional<String> fault) {

    static WireValue of(Object value) {
        return new WireValue(value, Optional.empty());
    }

    static WireValue notUnderstood(Object value, String fault) {
        return new WireValue(value, Optional.of(fault));
    }
}
