package io.github.camelvtiger.routes.sync.rows;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A table as an Excel workbook of one sheet. Texts are kept in their cells, so that memory holds only rows not yet written. */
final class XlsxOutput implements TableOutput {

    /** Of Excel ("Excel specifications and limits"). */
    private static final int MOST_CHARACTERS = 32_767;

    /** Of digits that Excel keeps. */
    private static final int MOST_DIGITS = 15;

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private static final int ROWS_IN_MEMORY = 100;

    private final OutputStream out;
    private final Workbook workbook;
    private final Worksheet sheet;
    private final ValueText text;
    private int row;

    /** @param out of a file that is empty */
    XlsxOutput(OutputStream out, FileLayout layout) {
        this.out = new BufferedOutputStream(out, 1 << 16);
        this.workbook = new Workbook(this.out, "camel-vtiger", null);
        this.sheet = workbook.newWorksheet(layout.sheet());
        this.text = new ValueText(layout.list());
    }

    @Override
    public void write(List<?> cells) throws IOException {
        if (row >= Worksheet.MAX_ROWS || cells.size() > Worksheet.MAX_COLS) {
            throw new UnwritableRowException("A sheet of Excel holds at most " + Worksheet.MAX_ROWS + " rows and "
                    + Worksheet.MAX_COLS + " columns; write CSV or JSON Lines.");
        }
        List<String> texts = cells.stream().map(this::written).toList();
        for (int column = 0; column < cells.size(); column++) {
            put(column, cells.get(column), texts.get(column));
        }
        row++;
        if (row % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    private String written(Object value) {
        String written = XlsxText.escaped(text.of(value));
        if (written.length() > MOST_CHARACTERS) {
            throw new UnwritableRowException(
                    "A value has " + written.length() + " characters, and a cell of Excel holds " + MOST_CHARACTERS
                            + "; write CSV or JSON: '" + written.substring(0, 50) + "…'.");
        }
        return written;
    }

    private void put(int column, Object value, String written) {
        if (value instanceof Boolean truth) {
            sheet.value(row, column, truth);
        } else if (value instanceof LocalDate date && !date.isBefore(FIRST_DAY)) {
            sheet.value(row, column, date);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (value instanceof LocalDateTime time && !time.toLocalDate().isBefore(FIRST_DAY)) {
            sheet.value(row, column, time);
            sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
        } else if (value instanceof LocalTime time) {
            sheet.value(row, column, time.toSecondOfDay() / 86_400.0);
            sheet.style(row, column).format("hh:mm:ss").set();
        } else if (value instanceof Number && isExact(written)) {
            sheet.value(row, column, new BigDecimal(written));
        } else if (!written.isEmpty()) {
            sheet.inlineString(row, column, written);
        }
    }

    /** A long id would lose its last digits. */
    private static boolean isExact(String number) {
        try {
            BigDecimal value = new BigDecimal(number);
            return value.precision() <= MOST_DIGITS && Math.abs(value.scale()) <= MOST_DIGITS;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    @Override
    public void end() throws IOException {
        workbook.finish();
        out.flush();
    }
}
