package io.github.camelvtiger.routes.sync.rows;

import java.util.List;
import java.util.Optional;

/** The rows of a CSV file by their titles; their cells are stripped of what surrounds them and cannot be seen. */
final class CsvReader implements RowReader {

    private final CsvFile file;
    private final Titles titles;
    private long number;

    CsvReader(CsvFile file) {
        this.file = file;
        this.titles = new Titles(plain(file.header()));
    }

    Separator separator() {
        return file.separator();
    }

    @Override
    public List<String> columns() {
        return titles.columns();
    }

    @Override
    public long emptyRows() {
        return file.blankRows();
    }

    @Override
    public boolean hasNext() {
        return file.hasNext();
    }

    @Override
    public Row next() {
        CsvRow row;
        try {
            row = file.next();
        } catch (BadFileException e) {
            throw LookAhead.after(number, e);
        }
        number++;
        List<String> cells = plain(row.cells());
        return titles.row(number, "line " + row.line(), cells, fault(cells));
    }

    private static List<String> plain(List<String> cells) {
        return cells.stream()
                .map(cell -> CellText.strip(FormulaText.plain(cell)))
                .toList();
    }

    private Optional<String> fault(List<String> cells) {
        if (cells.size() != titles.count()) {
            return Optional.of("It has " + cells.size() + (cells.size() == 1 ? " cell" : " cells")
                    + ", but the file has " + titles.count()
                    + " titles; a cell with the separator in it must be quoted.");
        }
        for (int column = 0; column < cells.size(); column++) {
            if (cells.get(column).indexOf(0) >= 0) {
                return Optional.of("Its cell in column " + (column + 1) + " has a zero byte in it; remove that.");
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        file.close();
    }
}
