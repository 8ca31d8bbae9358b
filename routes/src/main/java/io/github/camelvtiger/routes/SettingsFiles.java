package io.github.camelvtiger.routes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.main.MainConstants;
import org.apache.camel.main.MainHelper;

/** The files that the settings come from. */
final class SettingsFiles {

    /** The environment variable that names their directory; without it, it is the working directory. */
    static final String DIRECTORY = "VTIGER_ROUTES_CONF";

    private static final String NAME = "application.properties";
    private static final String DEFAULTS = "classpath:" + NAME;

    private SettingsFiles() {}

    /**
     * As Camel takes them, the strongest first: the file of the profile, the user's beside it, the defaults of the application.
     *
     * @throws IllegalStateException if the user's cannot be read; the application would run with others
     */
    static String locations() {
        return locations(
                Optional.ofNullable(System.getenv(DIRECTORY)),
                MainHelper.lookupPropertyFromSysOrEnv(MainConstants.PROFILE));
    }

    static String locations(Optional<String> directory, Optional<String> profile) {
        directory.map(Path::of).filter(named -> !Files.isDirectory(named)).ifPresent(named -> {
            throw new IllegalStateException("The environment variable " + DIRECTORY + " is '" + named
                    + "', which is not a directory; set it to the directory of " + NAME + ".");
        });
        Path found = Path.of(directory.orElse(""));
        refuseUnreadable(found.toAbsolutePath());
        return Stream.concat(profile.map(name -> "application-" + name + ".properties").stream(), Stream.of(NAME))
                .map(found::resolve)
                .peek(SettingsFiles::refuseUnreadable)
                .map(file -> "file:" + file + ";optional=true")
                .collect(Collectors.joining(",", "", "," + DEFAULTS));
    }

    private static void refuseUnreadable(Path file) {
        if (Files.exists(file) && !Files.isReadable(file)) {
            throw new IllegalStateException("The user " + System.getProperty("user.name") + " may not read " + file
                    + ", where the settings are; use the account that the application runs as.");
        }
    }
}
