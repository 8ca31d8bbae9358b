package io.github.camelvtiger.routes.manage.page;

/**
 * What came of a command.
 *
 * @param command as a person types it, without the name of the program
 * @param exitCode 0 if it is done
 * @param text what it printed, errors with the rest
 */
public record CommandOutput(String command, int exitCode, String text) {

    public boolean done() {
        return exitCode == 0;
    }

    /** The last line, which says how it ended. */
    String summary() {
        String all = text.strip();
        return all.substring(all.lastIndexOf('\n') + 1);
    }
}
