package io.github.camelvtiger.simulator.cost;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;

/** The constants of the cost model, read from {@code costs.properties} beside this class, with their sources. */
final class Costs {

    private static final String FILE = "costs.properties";

    private final Properties constants = new Properties();

    Costs() {
        try (InputStream in = Costs.class.getResourceAsStream(FILE)) {
            constants.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the data file " + FILE + " of the simulator cannot be read", e);
        }
    }

    /** How many requests are served at once. */
    int workers() {
        return Integer.parseInt(constants.getProperty("workers"));
    }

    /** Whatever the operation does. */
    Duration operation(String name) {
        String constant = "operation." + name.toLowerCase(Locale.ROOT);
        return times(constants.containsKey(constant) ? constant : "operation", 1);
    }

    Duration rows(long answered) {
        return times("row", answered);
    }

    /** Rows that a limit leaves out before the first that is answered. */
    Duration skipped(long rows) {
        return times("row.skipped", rows);
    }

    /** Rows that are looked at because no index leads to those that pass. */
    Duration scanned(long rows) {
        return times("row.scanned", rows);
    }

    private Duration times(String constant, long count) {
        double millis = Double.parseDouble(constants.getProperty(constant)) * count;
        return Duration.ofNanos(Math.round(millis * 1_000_000));
    }
}
