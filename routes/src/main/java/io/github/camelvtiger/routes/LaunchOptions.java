package io.github.camelvtiger.routes;

import java.util.List;

/**
 * What the command line asks for.
 *
 * @param once stop as soon as everything there is to do is done
 * @param allowRejects a run that stops succeeds although rows were rejected
 * @param help only say how the application is started
 * @param version only say which application this is
 */
record LaunchOptions(boolean once, boolean allowRejects, boolean help, boolean version) {

    static final String USAGE =
            """
            Usage: vtiger-routes [--once [--allow-rejects]]
                   vtiger-routes cursor COMMAND
                   vtiger-routes sync COMMAND
                   vtiger-routes doctor [--json] [--idle DURATION]
            or, with the executable jar, java -jar vtiger-routes.jar in place of vtiger-routes.
              --once   let every sync and route do what there is to do, say what was done, and stop; exit code 1 if
                       something was left, a file, an export or a sync file was refused, or rows were rejected (not
                       with --allow-rejects, and not in the demo, whose file has two bad rows); also: sync run
              cursor   show and change how far the feeds have read; cursor --help says more
              sync     plan, run and explain the syncs of the sync files; sync --help says more
              doctor   say what is wrong with the CRM for an integration, and what to do about it
              --version  the versions of the application, of Camel and of Java
              --help   this text
            Settings are read from application.properties in the directory that the environment variable VTIGER_ROUTES_CONF
            names, or in the working directory.
            """;

    private static final String ALLOW_REJECTS = "--allow-rejects";
    private static final List<String> WORDS = List.of("--once", ALLOW_REJECTS, "--help", "--version");

    /** Whether it is {@code sync run} without the name of a sync. */
    static boolean isRunOfAllSyncs(String... arguments) {
        List<String> given = List.of(arguments);
        return given.size() >= 2
                && given.subList(0, 2).equals(List.of("sync", "run"))
                && List.of(ALLOW_REJECTS).containsAll(given.subList(2, given.size()));
    }

    /** @throws IllegalArgumentException for a word that is not an option, with a sentence that names it */
    static LaunchOptions parse(String... arguments) {
        List<String> given = List.of(arguments);
        for (String argument : isRunOfAllSyncs(arguments) ? given.subList(2, given.size()) : given) {
            if (!WORDS.contains(argument)) {
                throw new IllegalArgumentException(
                        "'" + argument
                                + "' is not an option; there are --once, --allow-rejects, cursor, sync, doctor, --version and --help.");
            }
        }
        return new LaunchOptions(
                isRunOfAllSyncs(arguments) || given.contains("--once"),
                given.contains(ALLOW_REJECTS),
                given.contains("--help"),
                given.contains("--version"));
    }
}
