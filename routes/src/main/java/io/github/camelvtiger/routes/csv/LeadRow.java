package io.github.camelvtiger.routes.csv;

import java.util.List;

/**
 * One row of a CSV file.
 *
 * @param number as a spreadsheet counts: the line of titles is row 1
 */
public record LeadRow(long number, List<String> cells) {}
