package io.github.camelvtiger.diagnosis;

/**
 * One thing that hinders an integration.
 *
 * @param subject what it is about, such as {@code login} or {@code index}
 * @param problem what is so
 * @param remedy what to do about it
 */
public record Finding(Severity severity, String subject, String problem, String remedy) {

    @Override
    public String toString() {
        return severity + " " + subject + ": " + problem + "; " + remedy + ".";
    }
}
