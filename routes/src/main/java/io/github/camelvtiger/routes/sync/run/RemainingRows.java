package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.rows.BadFileException;
import io.github.camelvtiger.routes.sync.rows.Rows;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The rows behind the place where a file breaks off, as a file beside it. To correct and drop that one, and not the whole file, writes
 * nothing twice: with other bytes the whole file would be a new one.
 */
public final class RemainingRows {

    private final Function<String, Optional<Source.Files>> sources;

    /** @param sources of a sync, by its name; empty if it reads no files */
    public RemainingRows(Function<String, Optional<Source.Files>> sources) {
        this.sources = sources;
    }

    /**
     * Writes the file, if the run's source broke off behind rows that were taken.
     *
     * @param source where that is by now
     * @return the report, which says so
     */
    public RunReport beside(Path source, RunReport report) {
        if (report.brokeOffAfter().orElse(0) == 0) {
            return report;
        }
        Source.Files from = sources.apply(report.sync()).orElseThrow();
        long taken = report.brokeOffAfter().getAsLong();
        String up = "Up to there " + (taken == 1 ? "1 row was taken" : taken + " rows were taken") + ".";
        Path rest = SecondFile.REMAINING.of(source, from);
        try {
            OptionalLong line = Rows.keepRest(source, from.format(), taken, rest);
            return report.saying(
                    line.isEmpty()
                            ? up + " Drop the corrected file without them."
                            : up + " The rest, from line " + line.getAsLong() + " on, is in " + rest
                                    + ": correct and drop that file, not this one.");
        } catch (BadFileException e) {
            return report.saying(up + " " + e.getMessage() + " Drop the corrected file without those rows.");
        }
    }
}
