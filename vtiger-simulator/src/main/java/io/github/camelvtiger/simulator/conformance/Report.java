package io.github.camelvtiger.simulator.conformance;

import io.github.camelvtiger.simulator.client.SecretMask;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Prints each verdict as it comes, without secrets, and at the end how many there were of each kind in each area. */
final class Report implements Consumer<Verdict> {

    private final PrintWriter out;
    private final boolean verbose;
    private final List<Verdict> verdicts = new ArrayList<>();

    /** @param verbose whether request and answer follow a check that is not ok */
    Report(PrintWriter out, boolean verbose) {
        this.out = out;
        this.verbose = verbose;
    }

    @Override
    public void accept(Verdict verdict) {
        verdicts.add(verdict);
        out.println(SecretMask.masked(verdict.line()));
        if (verbose && verdict.outcome() != Outcome.OK) {
            out.println(SecretMask.masked(verdict.exchange()));
        }
        out.flush();
    }

    /** @return whether no check failed, and there was any */
    boolean summary() {
        Map<String, Map<Outcome, Integer>> counts = new LinkedHashMap<>();
        for (Verdict verdict : verdicts) {
            count(counts, verdict.area(), verdict.outcome());
        }
        for (Verdict verdict : verdicts) {
            count(counts, "all", verdict.outcome());
        }
        out.println();
        counts.forEach((area, of) -> out.println(line(area, of)));
        out.flush();
        return !verdicts.isEmpty() && verdicts.stream().noneMatch(verdict -> verdict.outcome() == Outcome.FAIL);
    }

    private static void count(Map<String, Map<Outcome, Integer>> counts, String area, Outcome outcome) {
        counts.computeIfAbsent(area, none -> new EnumMap<>(Outcome.class)).merge(outcome, 1, Integer::sum);
    }

    private static String line(String area, Map<Outcome, Integer> of) {
        int all = of.values().stream().mapToInt(Integer::intValue).sum();
        return String.format(
                "%-12s %4d checks: %4d ok, %d known, %d FAIL, %d skipped",
                area,
                all,
                of.getOrDefault(Outcome.OK, 0),
                of.getOrDefault(Outcome.KNOWN, 0),
                of.getOrDefault(Outcome.FAIL, 0),
                of.getOrDefault(Outcome.SKIPPED, 0));
    }
}
