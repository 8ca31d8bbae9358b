package io.github.camelvtiger.simulator.metadata;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Which Vtiger the server is. Both answer alike but for what is marked with the release in {@code webservice.md}. */
public enum Release {

    /** The newest one, and what is simulated where nothing is said. */
    V8_2_0("8.2.0"),

    /**
     * Tells administrators all users' access keys and password hashes, takes a JSON array for the values of a
     * multipicklist, prints a line before the answer to an array in a text field, and fails over individual taxes
     * after the header of the record is saved.
     */
    V8_0_0("8.0.0");

    private final String text;

    Release(String text) {
        this.text = text;
    }

    /**
     * @param text {@code 8.2.0} or {@code 8.0.0}
     * @throws IllegalArgumentException for anything else
     */
    public static Release parse(String text) {
        return Arrays.stream(values())
                .filter(release -> release.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("release is \"" + text + "\": give "
                        + Arrays.stream(values()).map(Release::toString).collect(Collectors.joining(" or "))));
    }

    /** As {@link #parse} reads it, and as the server tells it at login. */
    @Override
    public String toString() {
        return text;
    }
}
