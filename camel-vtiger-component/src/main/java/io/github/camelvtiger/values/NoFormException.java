package io.github.camelvtiger.values;

import java.util.Collection;
import java.util.Map;

/** A Java value that the CRM has no form for. The message continues "The value of x ". */
final class NoFormException extends IllegalArgumentException {

    NoFormException(String message) {
        super(message);
    }

    static NoFormException of(Object value) {
        return new NoFormException("has the Java type " + typeOf(value)
                + ", which has no form in the CRM; give a text, a number, a boolean, a time or an enum");
    }

    static String typeOf(Object value) {
        if (value instanceof Map) {
            return "Map";
        }
        if (value instanceof Collection) {
            return "Collection";
        }
        return value == null ? "null" : value.getClass().getTypeName();
    }
}
