/**
 * CSV files: Leads read from an inbox, with rejected rows, and the export of a module.
 *
 * <p>{@code DroppedFiles} and {@code SettledFiles} decide which files are taken, {@code FileKind} whether they are CSV at
 * all. {@code CsvFile} reads rows: bytes ({@code GrowingFile}) become text ({@code CsvEncoding}, {@code StrictText},
 * {@code RowLimit}), text becomes cells ({@code TitleLine}, {@code Separator}). {@code ColumnMapping} makes records of them.
 * {@code ImportedFile} is one file on its way into the CRM, with {@code RejectsFile} and {@code RemainingFile} for what
 * does not get there. Only {@code LeadCsvImport} knows that the rows are Leads.
 */
package io.github.camelvtiger.routes.csv;
