package io.github.camelvtiger.simulator.conformance;

/**
 * The end of one check.
 *
 * @param difference {@code ""} if there is none
 * @param exchange request and answer as text, for a reader who wants to see them; {@code ""} if there was none
 */
public record Verdict(String area, String check, Outcome outcome, String difference, String exchange) {

    /** In one line. */
    String line() {
        String line = String.format("%-5s %-12s %s", outcome.word(), area, check);
        return difference.isEmpty() ? line : line + ": " + difference;
    }
}
