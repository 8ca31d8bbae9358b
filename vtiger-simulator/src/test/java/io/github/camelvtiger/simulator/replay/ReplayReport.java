package io.github.camelvtiger.simulator.replay;

import java.util.Locale;

/** The result of a replay as text. */
final class ReplayReport {

    private ReplayReport() {}

    static String shares(Tally tally) {
        StringBuilder text = new StringBuilder("agreement with recorded exchanges: exchanges, code, keys, whole\n");
        tally.byPrefix().forEach((prefix, part) -> line(text, prefix, part));
        line(text, "all", tally);
        return text.toString();
    }

    private static void line(StringBuilder text, String name, Tally tally) {
        text.append(String.format(
                Locale.ROOT,
                "%-14s %4d  %6.2f %%  %6.2f %%  %6.2f %%%n",
                name,
                tally.total(),
                tally.share(Agreement.CODE),
                tally.share(Agreement.KEYS),
                tally.share(Agreement.WHOLE)));
    }

    static String differences(Replay replay) {
        StringBuilder text = new StringBuilder();
        replay.failedSetup()
                .forEach(failure -> text.append("setup ").append(failure).append('\n'));
        replay.tally().differing().forEach(exchange -> text.append(
                        exchange.comparison().agreement())
                .append(' ')
                .append(exchange.name())
                .append(": ")
                .append(exchange.comparison().difference())
                .append('\n'));
        return text.toString();
    }
}
