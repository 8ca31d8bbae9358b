/**
 * CSV files: Leads read from an inbox, with rejected rows, and the export of a module.
 *
 * <p>{@code ColumnMapping} makes records of the rows of {@code sync.rows.CsvFile}. {@code ImportedFile} is one file on its way
 * into the CRM, with {@code RejectsFile} and {@code sync.rows.RemainingFile} for what does not get there. Only {@code LeadCsvImport}
 * knows that the rows are Leads.
 */
package io.github.camelvtiger.routes.csv;
