package io.github.camelvtiger.routes.settings;

import java.util.Optional;
import java.util.Set;

/** Where the settings come from. */
public interface SettingsSource {

    /** The names that are given in files or as system properties, ours or not; not those of the environment. */
    Set<String> names();

    /**
     * A value with its placeholders resolved, wherever it comes from, without spaces around it.
     *
     * @throws IllegalArgumentException when a placeholder cannot be resolved
     */
    Optional<String> value(String name);

    /** The environment variable that a value comes from. */
    Optional<String> variable(String name);
}
