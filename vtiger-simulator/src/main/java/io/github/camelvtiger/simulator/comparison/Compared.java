package io.github.camelvtiger.simulator.comparison;

/**
 * One call of a run with its two answers.
 *
 * @param number from 0; with the seed it draws the same call again
 * @param exchange request and answers as text
 */
record Compared(int number, String subject, String operation, AnswerComparison comparison, String exchange) {

    /** In one line; {@code ""} if the answers agree. */
    String line() {
        Agreement agreement = comparison.agreement();
        return agreement == Agreement.WHOLE
                ? ""
                : String.format(
                        "%-5s #%-4d %-12s %s: %s",
                        agreement.lacking(), number, subject, operation, comparison.differences());
    }
}
