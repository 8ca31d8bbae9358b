package io.github.camelvtiger.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which PHP the server runs on: the operations of Vtiger's own code differ by it ({@code webservice.md §2}). */
public enum Behaviour {

    /**
     * PHP 8: sync, logout, convertlead, files_retrieve, retrieve_inventory and wsapp_register get their arguments by
     * names that do not fit, and answer HTTP 500 to everybody who is logged in.
     */
    PHP8,

    /** PHP 5 and 7, and servers that were repaired: arguments come by position, and all operations work. */
    COMPAT;

    /**
     * @param text {@code php8} or {@code compat}
     * @throws IllegalArgumentException for anything else
     */
    public static Behaviour parse(String text) {
        return Arrays.stream(values())
                .filter(behaviour -> behaviour.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("behaviour is \"" + text + "\": give "
                        + Arrays.stream(values()).map(Behaviour::toString).collect(Collectors.joining(" or "))));
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
