package io.github.camelvtiger.routes.sync.rows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * The rows of a sheet of an Excel workbook, streamed. Its first row that holds something has the titles. In memory are one
 * row and the workbook's shared texts, see {@link XlsxPackage}.
 */
final class XlsxReader extends LookAhead {

    private final Path file;
    private final BasicFileAttributes opened;
    private final XlsxValues values;
    private final ReadableWorkbook workbook;
    private final Sheet sheet;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private final Titles titles;
    private long lastRow;
    private boolean numbered = true;
    private long number;
    private long emptyRows;

    /**
     * @param sheetName of the sheet; empty: the first that is not hidden
     * @throws BadFileException if the file is not a workbook, has no such sheet or one without titles
     */
    XlsxReader(Path file, Optional<String> sheetName) throws IOException {
        this.file = file;
        this.opened = attributes();
        this.values = new XlsxValues(
                XlsxPackage.inspect(file, XlsxPackage.mostSharedText()).startsIn1904());
        this.workbook = open();
        try {
            this.sheet = sheet(sheetName);
            this.stream = sheet.openStream();
            this.rows = stream.iterator();
            this.titles = readTitles();
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e instanceof BadFileException bad ? bad : damaged(e);
        }
    }

    private BasicFileAttributes attributes() throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class);
    }

    private ReadableWorkbook open() {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
    }

    private BadFileException damaged(Exception e) {
        return new BadFileException(
                "The workbook cannot be read" + (lastRow == 0 ? "" : " after row " + lastRow) + " ("
                        + Objects.requireNonNullElse(e.getMessage(), e.toString())
                        + "); open it in Excel and save it again.",
                new IOException(e));
    }

    private Sheet sheet(Optional<String> name) {
        List<Sheet> sheets = workbook.getSheets().toList();
        return sheets.stream()
                .filter(each -> name.map(
                                wanted -> CellText.strip(wanted).equalsIgnoreCase(CellText.strip(each.getName())))
                        .orElse(each.getVisibility() == SheetVisibility.VISIBLE))
                .findFirst()
                .orElseThrow(() -> new BadFileException((name.isPresent()
                                ? "The workbook has no sheet '" + name.get() + "'"
                                : "The workbook has no sheet that is not hidden; name one in sheet: of the sync file")
                        + "; its sheets are "
                        + sheets.stream().map(XlsxReader::described).collect(Collectors.joining(", ")) + "."));
    }

    private static String described(Sheet sheet) {
        return "'" + sheet.getName() + "'" + (sheet.getVisibility() == SheetVisibility.VISIBLE ? "" : " (hidden)");
    }

    private Titles readTitles() {
        while (rows.hasNext()) {
            org.dhatim.fastexcel.reader.Row row = nextRow();
            List<String> names = new ArrayList<>();
            for (Cell cell : row) {
                names.add(title(cell));
            }
            trim(names);
            if (!names.isEmpty()) {
                return new Titles(names);
            }
        }
        throw new BadFileException(
                "The sheet '" + sheet.getName() + "' is empty; its first row must name the columns.");
    }

    private String title(Cell cell) {
        try {
            Object value = values.of(cell);
            return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        } catch (XlsxValues.CellFault e) {
            throw new BadFileException(e.getMessage() + " It is a title.");
        }
    }

    private org.dhatim.fastexcel.reader.Row nextRow() {
        org.dhatim.fastexcel.reader.Row row = rows.next();
        // Rows without a number are counted from 0 by the library.
        numbered &= row.getRowNum() > 0;
        lastRow = numbered ? row.getRowNum() : lastRow + 1;
        return row;
    }

    private static void trim(List<?> cells) {
        while (!cells.isEmpty() && cells.get(cells.size() - 1).equals("")) {
            cells.remove(cells.size() - 1);
        }
    }

    String sheetName() {
        return sheet.getName();
    }

    @Override
    public List<String> columns() {
        return titles.columns();
    }

    @Override
    public long emptyRows() {
        return emptyRows;
    }

    @Override
    Row read() {
        try {
            while (rows.hasNext()) {
                Row row = row(nextRow());
                if (row != null) {
                    return row;
                }
                emptyRows++;
            }
        } catch (RuntimeException e) {
            throw damaged(e);
        }
        requireUnchanged();
        return null;
    }

    /** Null if nothing is in it. */
    private Row row(org.dhatim.fastexcel.reader.Row row) {
        List<Object> cells = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Cell cell : row) {
            try {
                cells.add(values.of(cell));
            } catch (XlsxValues.CellFault e) {
                faults.add(e.getMessage());
                cells.add(Objects.requireNonNullElse(cell.getRawValue(), ""));
            }
        }
        trim(cells);
        if (cells.isEmpty() && faults.isEmpty()) {
            return null;
        }
        if (cells.size() > titles.count()) {
            faults.add("Its cell in column " + cells.size() + " has no title above it.");
        }
        while (cells.size() < titles.count()) {
            cells.add("");
        }
        return titles.row(
                ++number,
                "sheet " + sheet.getName() + ", row " + lastRow,
                cells,
                faults.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", faults)));
    }

    /** A workbook is not read from its beginning to its end, so that one that is still written cannot be waited for. */
    private void requireUnchanged() {
        try {
            BasicFileAttributes now = attributes();
            if (now.size() == opened.size() && now.lastModifiedTime().equals(opened.lastModifiedTime())) {
                return;
            }
        } catch (IOException e) {
            // It is gone, which is a change as well.
        }
        throw new BadFileException(
                "The workbook was changed by another program while it was read; drop it again.",
                new FileReplacedException());
    }

    @Override
    public void close() {
        try {
            stream.close();
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
