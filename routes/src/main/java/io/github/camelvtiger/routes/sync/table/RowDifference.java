package io.github.camelvtiger.routes.sync.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How a row differs from what it is to be. */
final class RowDifference {

    private RowDifference() {}

    /** The columns of a wanted row that another value is found in; what else is found is not looked at. */
    static List<String> of(Map<String, Object> wanted, Map<String, Object> found) {
        List<String> columns = new ArrayList<>();
        wanted.forEach((column, value) -> {
            if (!isSame(value, found.get(column))) {
                columns.add(column);
            }
        });
        return columns;
    }

    private static boolean isSame(Object wanted, Object found) {
        if (wanted instanceof BigDecimal number && found instanceof BigDecimal other) {
            return number.compareTo(other) == 0;
        }
        return wanted instanceof Number && found instanceof Number
                ? new BigDecimal(wanted.toString()).compareTo(new BigDecimal(found.toString())) == 0
                : Objects.equals(wanted, found);
    }
}
