package io.github.camelvtiger.routes.sync.rows;

import java.util.List;

/**
 * One row of a CSV file.
 *
 * @param number as a spreadsheet counts: the row of titles is row 1
 * @param line as a text editor counts: the line on which the row begins
 * @param cells as they are in the file, without empty ones after the last column
 */
public record CsvRow(long number, long line, List<String> cells) {

    boolean isBlank() {
        return cells.stream().allMatch(CellText::isBlank);
    }

    /** Where the row is; cells of several lines and a line {@code sep=} make the two counts differ. */
    public String place() {
        return "row " + number + (line == number ? "" : " (line " + line + ")");
    }
}
