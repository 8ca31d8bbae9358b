package io.github.camelvtiger.routes.settings;

import java.util.Optional;

/** Whether a value may be that of a setting. */
@FunctionalInterface
interface Check {

    Check ANY = value -> Optional.empty();

    /**
     * @param value not blank, without spaces around it
     * @return what is wrong and how to put it right, as the rest of a sentence that began with the setting and its value;
     *     empty when nothing is wrong
     */
    Optional<String> fault(String value);

    /** A sound value in the form in which the application uses it. */
    default String normal(String value) {
        return value;
    }
}
