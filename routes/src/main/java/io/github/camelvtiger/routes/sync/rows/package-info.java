/**
 * Files as rows of cells, in constant memory whatever their size, and records as files.
 *
 * <p>{@code Rows} opens a file: {@code FileKinds} and {@code ForeignFile} say what it is, and a {@code RowReader} of its kind
 * reads it. Bytes ({@code GrowingFile}) become text ({@code TextEncoding}, {@code StrictText}, {@code RowLimit}), and text
 * becomes rows: by {@code CsvFile} ({@code TitleLine}, {@code Separator}) and {@code CsvReader}, by {@code JsonReader}, or line by
 * line ({@code ByteLines}) by {@code JsonLinesReader}; both have {@code JsonRow}. {@code XlsxReader} reads workbooks
 * ({@code XlsxPackage}), whose cells {@code XlsxValues} understands ({@code XlsxFormat}). {@code Titles} are those of a table.
 *
 * <p>{@code RowWriter} writes records as a {@code FileLayout} says, into a {@code TemporaryFile}: a {@code RecordOutput} is
 * {@code TableRecords} ({@code TableColumns}) over a {@code TableOutput} ({@code CsvOutput}, {@code XlsxOutput}), or
 * {@code JsonOutput}. {@code AppendedFile} adds records to a file that is there ({@code WholeLines}), {@code RejectsFile} writes
 * rows as they were read, and {@code FileNames} makes names of files. What writers do to texts, readers undo:
 * {@code FormulaText}, {@code XlsxText}.
 */
package io.github.camelvtiger.routes.sync.rows;
