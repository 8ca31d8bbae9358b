package io.github.camelvtiger.simulator.metadata;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Which Vtiger the server is ({@code releases.md}). All answer alike except for what is said here. */
public enum Release {

    /** The one that is simulated by default. */
    V8_2_0("8.2.0"),

    /**
     * Counts no records of modules, creates no orders and fails over their items, hides all modules from users whose
     * profile lacks the global right to view all, answers empty columns with null, and wants ids of the form
     * {@code 12x5}. Its owners' list is right.
     */
    V8_3_0("8.3.0"),

    /**
     * Shows administrators all users' access keys and password hashes, takes a JSON array for the values of a
     * multipicklist, prints a line before the answer to an array in a text field, and fails over individual taxes
     * after the header of the record is saved.
     */
    V8_0_0("8.0.0"),

    /**
     * Downloads files and converts Leads on PHP 8 as well. Nothing else of it is known: in all other respects it
     * answers as 8.2.0 does.
     */
    V8_4_0("8.4.0"),

    /**
     * Cannot log in on PHP 8, deletes the line items of Quotes and SalesOrder in a save without items, and has the
     * secrets of users as 8.0.0 does; extends sessions of the web interface only. Its owners' list is right.
     */
    V7_3_0("7.3.0");

    private final String text;

    Release(String text) {
        this.text = text;
    }

    /**
     * @param text one of the releases, such as {@code 8.2.0}
     * @throws IllegalArgumentException for anything else
     */
    public static Release parse(String text) {
        return Arrays.stream(values())
                .filter(release -> release.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("release is \"" + text + "\": give "
                        + Arrays.stream(values()).map(Release::toString).collect(Collectors.joining(" or "))));
    }

    /** Whether {@code select count(*)} of a module returns no row: rows without an id are dropped. */
    public boolean dropsCounts() {
        return this == V8_3_0;
    }

    /** Whether an empty column of the database is JSON null in answers, and not an empty text. */
    public boolean answersNull() {
        return this == V8_3_0;
    }

    /** Whether an id must have the form of one. */
    public boolean checksIds() {
        return this == V8_3_0;
    }

    /** Whether users see no module unless their profile may view all records. */
    public boolean hidesModules() {
        return this == V8_3_0;
    }

    /**
     * Whether the list of those to whom ordinary users may assign records is renumbered from 0, and so is one of numbers
     * that have nothing to do with users.
     */
    public boolean renumbersOwners() {
        return this != V8_3_0 && this != V7_3_0;
    }

    /** Whether administrators can read the access keys and password hashes of users. */
    public boolean givesOutSecrets() {
        return this == V8_0_0 || this == V7_3_0;
    }

    /** Whether it is made for a PHP that passes arguments by position, and cannot run on any other. */
    public boolean needsOldPhp() {
        return this == V7_3_0;
    }

    /** Whether the handlers of files_retrieve and convertlead have the parameters that are registered. */
    public boolean namesParametersRight() {
        return this == V8_4_0;
    }

    /** Whether a save of Quotes or SalesOrder without line items deletes those that are there. */
    public boolean losesItems() {
        return this == V7_3_0;
    }

    /** Whether a session of the API can be extended. */
    public boolean extendsSessions() {
        return this != V7_3_0;
    }

    /** As {@link #parse} reads it, and as the server reports it at login. */
    @Override
    public String toString() {
        return text;
    }
}
