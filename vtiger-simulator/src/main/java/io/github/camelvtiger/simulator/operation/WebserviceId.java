package io.github.camelvtiger.simulator.operation;

import io.github.camelvtiger.simulator.metadata.Metadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.store.ColumnText;
import java.math.BigDecimal;

/**
 * An id as clients send it, read as laxly as the server does: cut at each small x, both parts taken for numbers by the
 * database, so that {@code " 12x5"}, {@code "012x5'"} and {@code "12x5x9"} all mean record 5 ({@code webservice.md §4}).
 *
 * @param prefix 0 where there is no number
 * @param number 0 where there is none: no record has it
 */
public record WebserviceId(long prefix, long number) {

    public static WebserviceId of(String sent) {
        String[] parts = sent.split("x", -1);
        return new WebserviceId(number(parts[0]), parts.length > 1 ? number(parts[1]) : 0);
    }

    private static long number(String text) {
        BigDecimal number = ColumnText.leadingNumber(text);
        return number.stripTrailingZeros().scale() > 0 ? 0 : number.longValue();
    }

    /** @throws WebserviceException for a prefix that no module has */
    public ModuleMetadata module(Metadata metadata) {
        return metadata.modulePrefixed((int) Math.min(prefix, Integer.MAX_VALUE))
                .orElseThrow(
                        () -> WebserviceException.accessDenied("Permission to perform the operation is denied for id")
                                .because("an id is PREFIXxNUMBER, and no module has the prefix " + prefix));
    }
}
