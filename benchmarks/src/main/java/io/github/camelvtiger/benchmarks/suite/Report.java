package io.github.camelvtiger.benchmarks.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Collects figures, shows each as soon as it is known, and leaves a page with tables and plots. */
final class Report {

    private static final double MEGABYTE = 1_048_576;

    private final Path directory;
    private final List<Figure> figures = new ArrayList<>();
    private final List<IdleCost> idle = new ArrayList<>();
    private final List<String> printed = new ArrayList<>();
    private final List<String> plots = new ArrayList<>();

    /** @param directory of the page and its plots */
    Report(Path directory) {
        this.directory = directory;
    }

    void add(Figure figure) {
        figures.add(figure);
        System.out.println(row(figure));
    }

    void add(IdleCost cost) {
        idle.add(cost);
        System.out.println(row(cost));
    }

    /** What another command printed. */
    void add(String benchmark, String output) {
        printed.add("## " + benchmark + "\n\n" + output.indent(4));
        System.out.println(benchmark + ":\n" + output.indent(4));
    }

    /** Draws a curve for each way of a benchmark that was measured for more than one x. */
    void plot(String benchmark, String x, String y, ToDoubleFunction<Measured> value) throws IOException {
        Map<String, Map<Long, Double>> curves = new TreeMap<>();
        figures.stream()
                .filter(figure -> figure.benchmark().equals(benchmark))
                .forEach(figure -> curves.computeIfAbsent(figure.way(), way -> new TreeMap<>())
                        .put(figure.x(), value.applyAsDouble(figure.measured())));
        String file = benchmark + ".svg";
        new Plot(benchmark, x, y, curves).write(directory.resolve(file));
        plots.add("![" + benchmark + ": " + y + " by " + x + "](" + file + ")");
    }

    /** Writes the page. @return where */
    Path write() throws IOException {
        StringBuilder page = new StringBuilder("# Figures\n\n");
        if (!figures.isEmpty()) {
            page.append(
                    "| benchmark | x | way | records/s | beside the bare loop | processor seconds for 1,000 records | beside the"
                            + " bare loop | heap at most | requests |\n|---|---|---|---|---|---|---|---|---|\n");
            figures.forEach(figure -> page.append(row(figure)).append('\n'));
            page.append('\n');
        }
        if (!idle.isEmpty()) {
            page.append(
                    "| idle feeds | delay | processors | requests/min | heap | threads |\n|---|---|---|---|---|---|\n");
            idle.forEach(cost -> page.append(row(cost)).append('\n'));
            page.append('\n');
        }
        page.append(String.join("\n\n", plots)).append("\n\n");
        page.append(printed.stream().collect(Collectors.joining("\n")));
        return Files.writeString(directory.resolve("figures.md"), page);
    }

    private String row(Figure figure) {
        Measured measured = figure.measured();
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %s | %,.1f | %s | %.2f | %s | %,.0f MB | %s |",
                figure.benchmark(),
                figure.x(),
                figure.way(),
                measured.rate(),
                beside(figure, Measured::rate),
                measured.processorPerThousand(),
                beside(figure, Measured::processorPerThousand),
                measured.heapBytes() / MEGABYTE,
                measured.requests() < 0 ? "" : String.format(Locale.ROOT, "%,d", measured.requests()));
    }

    private static String row(IdleCost cost) {
        return String.format(
                Locale.ROOT,
                "| %,d | %,d ms | %.3f | %,.0f | %,.0f MB | %,d |",
                cost.feeds(),
                cost.delayMillis(),
                cost.processor(),
                cost.requestsPerMinute(),
                cost.heapBytes() / MEGABYTE,
                cost.threads());
    }

    /** The value divided by that of the bare loop that was measured in the same benchmark with the same x. */
    private String beside(Figure figure, ToDoubleFunction<Measured> value) {
        return figures.stream()
                .filter(other -> other.benchmark().equals(figure.benchmark())
                        && other.x() == figure.x()
                        && other.way().equals(Ways.BARE))
                .findFirst()
                .map(bare -> String.format(
                        Locale.ROOT,
                        "%.2f",
                        value.applyAsDouble(figure.measured()) / value.applyAsDouble(bare.measured())))
                .orElse("");
    }
}
