package io.github.camelvtiger.simulator.operation;

import io.github.camelvtiger.simulator.metadata.Metadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.store.ColumnText;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * An id as clients send it, read as laxly as the server does: cut at each small x, both parts taken for numbers by the
 * database, so that {@code " 12x5"}, {@code "012x5'"} and {@code "12x5x9"} all mean record 5 ({@code webservice.md §4}).
 *
 * @param prefix 0 if there is no number
 * @param number 0 if there is none: no record has it
 */
public record WebserviceId(long prefix, long number) {

    private static final Pattern FORM = Pattern.compile("[0-9]+x[0-9]+");
    private static final Pattern NUMBER = Pattern.compile("\\s*[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?\\s*");

    public static WebserviceId of(String sent) {
        String[] parts = sent.split("x", -1);
        return new WebserviceId(number(parts[0]), parts.length > 1 ? number(parts[1]) : 0);
    }

    /**
     * Release 8.3.0 refuses what neither has the form of an id nor is a number ({@code releases.md}).
     *
     * @throws WebserviceException if the release checks ids and this is none
     */
    public static void check(String sent, Metadata metadata) {
        if (metadata.release().checksIds() && !FORM.matcher(sent).find() && !isNumber(sent)) {
            throw new WebserviceException("INVALID_ID_ATTRIBUTE", "Id specified is incorrect")
                    .because("an id is PREFIXxNUMBER, which \"" + sent + "\" is not");
        }
    }

    /** For PHP the text 0 is nothing. */
    private static boolean isNumber(String sent) {
        return !sent.equals("0") && NUMBER.matcher(sent).matches();
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
