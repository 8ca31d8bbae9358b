package io.github.camelvtiger.routes;

import java.util.List;

/**
 * What the command line asks for.
 *
 * @param once stop as soon as everything there is to do is done
 * @param help only say how the application is started
 */
record LaunchOptions(boolean once, boolean help) {

    static final String USAGE =
            """
            Usage: java -jar vtiger-routes.jar [--once]
                   java -jar vtiger-routes.jar cursor COMMAND
                   java -jar vtiger-routes.jar sync COMMAND
                   java -jar vtiger-routes.jar doctor [--json] [--idle DURATION]
              --once   stop when everything is drained, say what was done; exit code 1 when something was left,
                       or a file or the export was refused as a whole
              cursor   show and change how far the feeds have read; cursor --help says more
              sync     plan, run and explain the syncs of the sync files; sync --help says more
              doctor   say what is wrong with the CRM for an integration, and what to do about it
              --help   this text
            Settings are read from application.properties in the working directory.
            """;

    /** @throws IllegalArgumentException for a word that is not an option, with a sentence that names it */
    static LaunchOptions parse(String... arguments) {
        for (String argument : arguments) {
            if (!List.of("--once", "--help").contains(argument)) {
                throw new IllegalArgumentException(
                        "'" + argument + "' is not an option; there are --once, cursor, sync, doctor and --help.");
            }
        }
        List<String> given = List.of(arguments);
        return new LaunchOptions(given.contains("--once"), given.contains("--help"));
    }
}
