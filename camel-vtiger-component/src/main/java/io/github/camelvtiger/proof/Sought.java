package io.github.camelvtiger.proof;

import io.github.camelvtiger.client.ModuleDescription;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The record that an interrupted create should have made.
 *
 * @param sent its values, with the mark in its field {@code source}
 * @param markIsOurs whether no other client can have given the mark to a record
 * @param isWhole whether a stored record has all that is not among its values, such as its file
 */
record Sought(
        ModuleDescription module,
        Map<String, Object> sent,
        boolean markIsOurs,
        Predicate<Map<String, Object>> isWhole) {

    Object mark() {
        return sent.get("source");
    }
}
