package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.store.ColumnText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a service contract's dates and units come to, computed again at each save: a contract that is complete, or whose
 * units are used up, ends on the day it is first seen so; any other has no end.
 */
final class ServiceContractProgress {

    private static final String NO_DAY = "0000-00-00";
    private static final BigDecimal MOST = new BigDecimal("999.99");

    private ServiceContractProgress() {}

    /**
     * @param stored the texts of the contract by field, with what is being saved
     * @param today yyyy-mm-dd
     */
    static Map<String, String> of(UnaryOperator<String> stored, String today) {
        BigDecimal used = ColumnText.leadingNumber(stored.apply("used_units"));
        BigDecimal total = ColumnText.leadingNumber(stored.apply("total_units"));
        boolean counted = used.signum() != 0 && total.signum() != 0;
        boolean over = stored.apply("contract_status").equals("Complete") || counted && used.compareTo(total) >= 0;
        String end = !over ? "" : stored.apply("end_date").isEmpty() ? today : stored.apply("end_date");
        Map<String, String> computed = new HashMap<>();
        computed.put("end_date", end);
        computed.put("planned_duration", days(stored.apply("start_date"), stored.apply("due_date")));
        computed.put("actual_duration", days(stored.apply("start_date"), end));
        computed.put("progress", counted ? percent(used, total) : "");
        return computed;
    }

    private static String percent(BigDecimal used, BigDecimal total) {
        return used.movePointRight(2)
                .divide(total, 2, RoundingMode.HALF_UP)
                .max(MOST.negate())
                .min(MOST)
                .toPlainString();
    }

    /** Both days count; there is no number for a day that the calendar lacks. */
    private static String days(String from, String to) {
        return from.isEmpty() || to.isEmpty() || from.equals(NO_DAY) || to.equals(NO_DAY)
                ? ""
                : Long.toString(ChronoUnit.DAYS.between(LocalDate.parse(from), LocalDate.parse(to)) + 1);
    }
}
