package io.github.camelvtiger.routes.sync.rows;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/** The values of the cells of a workbook, as they were typed. */
final class XlsxValues {

    private static final Set<String> ERRORS = Set.of(
            "#NULL!",
            "#DIV/0!",
            "#VALUE!",
            "#REF!",
            "#NAME?",
            "#NUM!",
            "#N/A",
            "#GETTING_DATA",
            "#SPILL!",
            "#CALC!",
            "#FIELD!",
            "#BLOCKED!",
            "#CONNECT!",
            "#BUSY!",
            "#UNKNOWN!",
            "#EXTERNAL!",
            "#PYTHON!");

    /** How many digits Excel keeps of what is typed; the file has more, as 4.0999999999999996 for 4.1. */
    private static final MathContext TYPED = new MathContext(15, RoundingMode.HALF_UP);

    /** Numbers of Excel have at most 308 digits before the point, and as many zeros behind it; more could fill the memory. */
    private static final int MOST_DIGITS = 400;

    private static final BigDecimal MILLISECONDS = BigDecimal.valueOf(86_400_000);

    /** The last day of the year 9999, in days since 1900. */
    private static final int LAST_DAY = 2_958_465;

    private final boolean startsIn1904;
    private final Map<String, XlsxFormat> formats = new HashMap<>();

    XlsxValues(boolean startsIn1904) {
        this.startsIn1904 = startsIn1904;
    }

    /** A cell that has no value that could be taken; the message says why. */
    static final class CellFault extends Exception {

        private static final long serialVersionUID = 1L;

        CellFault(Cell cell, String what) {
            super("Cell " + cell.getAddress() + " " + what);
        }
    }

    /** @return a text, without what surrounds it and cannot be seen; a number, boolean or time; an empty text if it is empty */
    Object of(Cell cell) throws CellFault {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        Object value = cell.getValue();
        if (value == null && cell.getType() == CellType.FORMULA) {
            throw new CellFault(
                    cell, "has a formula whose result is not stored; open the workbook in Excel and save it.");
        }
        if (cell.getType() == CellType.ERROR || cell.getType() == CellType.FORMULA && ERRORS.contains(value)) {
            throw new CellFault(cell, "holds the error " + cell.getRawValue() + "; correct it or clear it.");
        }
        if (value instanceof BigDecimal) {
            return number(cell);
        }
        return value instanceof String text
                ? CellText.strip(XlsxText.plain(text))
                : Objects.requireNonNullElse(value, "");
    }

    private Object number(Cell cell) throws CellFault {
        BigDecimal stored = (BigDecimal) cell.getValue();
        if (Math.abs((long) stored.scale()) + stored.precision() > MOST_DIGITS) {
            throw new CellFault(
                    cell, "holds the number " + cell.getRawValue() + ", which Excel does not have; correct it.");
        }
        BigDecimal number = typed(cell.getRawValue().trim());
        return switch (format(cell)) {
            case NUMBER -> number;
            case ZEROS ->
                number.signum() < 0 || number.scale() > 0
                        ? number
                        : "0".repeat(Math.max(0, cell.getDataFormatString().length() - number.precision()))
                                + number.toPlainString();
            case DATE -> time(cell).toLocalDate();
            case DATE_TIME -> time(cell);
            case TIME -> number.compareTo(BigDecimal.ONE) < 0 ? time(cell).toLocalTime() : time(cell);
            case ELAPSED -> elapsed(cell);
        };
    }

    private XlsxFormat format(Cell cell) {
        Integer id = cell.getDataFormatId();
        return formats.computeIfAbsent(
                id + " " + cell.getDataFormatString(), key -> XlsxFormat.of(id, cell.getDataFormatString()));
    }

    /** A whole number that another program wrote is exact; what Excel writes has at most 15 digits that were typed. */
    private static BigDecimal typed(String raw) {
        BigDecimal number = new BigDecimal(raw);
        if (!raw.matches("-?[0-9]+")) {
            number = number.round(TYPED).stripTrailingZeros();
        }
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private LocalDateTime time(Cell cell) throws CellFault {
        long milliseconds = milliseconds(cell);
        long days = Math.floorDiv(milliseconds, MILLISECONDS.longValue());
        LocalTime time = LocalTime.ofNanoOfDay(Math.floorMod(milliseconds, MILLISECONDS.longValue()) * 1_000_000);
        if (startsIn1904) {
            return LocalDate.of(1904, 1, 1).plusDays(days).atTime(time);
        }
        // Excel has a 29 February 1900, which never was.
        return LocalDate.of(1899, 12, days < 60 ? 31 : 30).plusDays(days).atTime(time);
    }

    private String elapsed(Cell cell) throws CellFault {
        long seconds = Math.round(milliseconds(cell) / 1000.0);
        return String.format("%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    private static long milliseconds(Cell cell) throws CellFault {
        BigDecimal number = new BigDecimal(cell.getRawValue().trim());
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(LAST_DAY + 1L)) >= 0) {
            throw new CellFault(
                    cell, "is formatted as a time, but its number " + cell.getRawValue() + " is none; correct it.");
        }
        return number.multiply(MILLISECONDS).setScale(0, RoundingMode.HALF_UP).longValue();
    }
}
