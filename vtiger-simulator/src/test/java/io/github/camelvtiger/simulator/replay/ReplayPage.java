package io.github.camelvtiger.simulator.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The section of {@code docs/simulator.md} that says how far the simulator agrees with recorded exchanges. */
final class ReplayPage {

    private static final String BEGIN = "<!-- replay: begin -->";
    private static final String END = "<!-- replay: end -->";
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| ([\\w-]+) \\| (\\d+) \\| (\\d+) \\| (\\d+) \\| (\\d+) \\|$");
    private static final Pattern DIFFERENCE = Pattern.compile("(?m)^- `([\\w-]+)`");

    private final String page;

    ReplayPage(String page) {
        this.page = page;
    }

    String filled(Tally tally, KnownReasons reasons) {
        return page.substring(0, page.indexOf(BEGIN)) + section(tally, reasons) + page.substring(page.indexOf(END));
    }

    /** What the page says: agreeing exchanges by area, in the order code, keys, whole. */
    Map<String, List<Integer>> counts() {
        Map<String, List<Integer>> counts = new LinkedHashMap<>();
        ROW.matcher(section())
                .results()
                .forEach(row -> counts.put(
                        row.group(1),
                        List.of(
                                Integer.valueOf(row.group(3)),
                                Integer.valueOf(row.group(4)),
                                Integer.valueOf(row.group(5)))));
        return counts;
    }

    /** The exchanges that differ as the page has it. */
    List<String> differing() {
        return DIFFERENCE
                .matcher(section())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private String section() {
        return page.substring(page.indexOf(BEGIN), page.indexOf(END));
    }

    private static String section(Tally tally, KnownReasons reasons) {
        List<String> lines = new ArrayList<>();
        lines.add(BEGIN);
        lines.add(String.format(
                Locale.ROOT,
                "Of %d exchanges %.2f %% agree in code, %.2f %% in keys, %.2f %% wholly.",
                tally.total(),
                tally.share(Agreement.CODE),
                tally.share(Agreement.KEYS),
                tally.share(Agreement.WHOLE)));
        lines.add("");
        lines.add("| area | exchanges | code | keys | whole |");
        lines.add("|---|---|---|---|---|");
        tally.byPrefix().forEach((area, part) -> lines.add(row(area, part)));
        lines.add(row("all", tally));
        lines.add("");
        lines.add("What differs, and why:");
        lines.add("");
        tally.differing()
                .forEach(exchange -> lines.add("- `" + exchange.name() + "` ("
                        + exchange.comparison().agreement().differsIn() + "): "
                        + reasons.of(exchange.name()).orElse("reason not known yet") + "."));
        lines.add("");
        return String.join("\n", lines);
    }

    private static String row(String area, Tally tally) {
        return "| " + area + " | " + tally.total() + " | " + tally.agreeing(Agreement.CODE) + " | "
                + tally.agreeing(Agreement.KEYS) + " | " + tally.agreeing(Agreement.WHOLE) + " |";
    }
}
