package io.github.camelvtiger.routes.settings;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One setting.
 *
 * @param mayBeEmpty whether no value means something; the others have a default, which an empty line would hide
 * @param mayBeShown which values hold no secret for sure
 */
record Setting(String name, Check check, boolean mayBeEmpty, Predicate<String> mayBeShown) {

    private static final Pattern USER_OR_OPTIONS = Pattern.compile("[@?;]");

    /** With a default in the application's own file. */
    static Setting withDefault(String name, Check check) {
        return new Setting(name, check, false, value -> true);
    }

    static Setting optional(String name, Check check) {
        return new Setting(name, check, true, value -> true);
    }

    static Setting secret(String name) {
        return new Setting(name, Check.ANY, true, value -> false);
    }

    /** The user and the options of an address may be a password. */
    static Setting address(String name, Check check) {
        return new Setting(
                name, check, true, value -> !USER_OR_OPTIONS.matcher(value).find());
    }

    String section() {
        return sectionOf(name);
    }

    /** What is before the first dot. */
    static String sectionOf(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** A sound value in the form in which the application uses it. */
    String normal(String value) {
        return value.isEmpty() ? value : check.normal(value);
    }

    /** @return a sentence */
    Optional<String> fault(String value) {
        if (value.isEmpty()) {
            return mayBeEmpty
                    ? Optional.empty()
                    : Optional.of(
                            "The setting " + name + " is empty; give it a value, or remove it to get the default.");
        }
        String shown =
                mayBeShown.test(value) ? "is '" + value + "'" : "has a value (not shown: it may hold a password)";
        return check.fault(value).map(rest -> "The setting " + name + " " + shown + ", " + rest + ".");
    }
}
