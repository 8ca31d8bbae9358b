package io.github.camelvtiger.simulator.value;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelvtiger.simulator.metadata.FieldMetadata;
import io.github.camelvtiger.simulator.operation.ServerCrash;
import io.github.camelvtiger.simulator.store.ColumnText;
import io.github.camelvtiger.simulator.store.CrmUser;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Pattern;

/** What the server makes of one sent value before it goes into the column ({@code webservice.md §6}). */
public final class FieldText {

    private static final Pattern NUMERIC = Pattern.compile("\\s*[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?\\s*");
    private static final Set<String> STOCK = Set.of("qtyinstock", "qty_per_unit");

    /** Lists are not looked through for scripts. */
    private static final Set<Integer> LISTS = Set.of(8, 33);

    private FieldText() {}

    /**
     * @param sent {@code ""} for a field that is not sent
     * @throws ServerCrash for texts in number fields that PHP refuses to format
     */
    public static String stored(FieldMetadata field, String sent, CrmUser user) {
        String converted = converted(field, sent, user);
        String value = LISTS.contains(field.uiType()) ? converted : HtmlText.harmless(converted);
        if (value.isEmpty() && (isDate(field) || field.uiType() == 14 || field.uiType() == 70)) {
            return "";
        }
        if (value.isEmpty() && !field.number().isEmpty()) {
            value = "0";
        }
        return ColumnText.of(field.column(), value);
    }

    private static String converted(FieldMetadata field, String sent, CrmUser user) {
        boolean fraction = field.number().startsWith("N");
        return switch (field.uiType()) {
            case 5, 6, 23 -> new DateFormat(user.preferences()).stored(sent);
            case 8 -> addresses(sent);
            case 7 -> fraction ? formatted(field, sent, user) : sent.replace(",", "");
            case 9 -> fraction ? amounts(user).read(sent).toPlainString() : sent.replace(",", "");
            case 56 -> checked(sent);
            case 71 -> amounts(user).converted(ColumnText.leadingNumber(sent)).toPlainString();
            case 72 -> formatted(field, sent, user);
            default -> fraction && STOCK.contains(field.name()) ? formatted(field, sent, user) : sent;
        };
    }

    /** A date that was sent as it goes to the database, which may still refuse the day. */
    public static String date(String sent, CrmUser user) {
        return new DateFormat(user.preferences()).stored(sent);
    }

    /** A date that was sent, in the format of the user: as a save sees it. */
    public static String shownDate(String sent, CrmUser user) {
        return sent.isEmpty() || sent.equals("0") ? sent : new DateFormat(user.preferences()).written(sent);
    }

    public static ZoneId zone(CrmUser user) {
        return new DateFormat(user.preferences()).zone();
    }

    /** Whether PHP takes the text for a number. */
    public static boolean isNumber(String text) {
        return NUMERIC.matcher(text).matches();
    }

    /** Whether the field counts what is in stock. */
    public static boolean isStock(FieldMetadata field) {
        return STOCK.contains(field.name());
    }

    private static boolean isDate(FieldMetadata field) {
        return field.uiType() == 5 || field.uiType() == 6 || field.uiType() == 23;
    }

    /** Mail addresses parted by commas become a JSON list, whatever they look like ({@code webservice.md §10}). */
    public static String addresses(String sent) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (String address : sent.replaceAll(",+$", "").split(",", -1)) {
            list.add(address);
        }
        return ascii(list.toString().replace("/", "\\/"));
    }

    /** As PHP writes JSON. */
    private static String ascii(String json) {
        StringBuilder text = new StringBuilder();
        json.chars().forEach(unit -> text.append(unit < 128 ? Character.toString(unit) : "\\u%04x".formatted(unit)));
        return text.toString();
    }

    /** Only 1 and on are true; the texts true and yes are not. */
    private static String checked(String sent) {
        boolean on = sent.equals("on")
                || NUMERIC.matcher(sent).matches()
                        && ColumnText.leadingNumber(sent).compareTo(BigDecimal.ONE) == 0;
        return on ? "1" : "0";
    }

    private static String formatted(FieldMetadata field, String sent, CrmUser user) {
        if (sent.isEmpty()) {
            return "0";
        }
        if (!isFormattable(sent)) {
            throw new ServerCrash("the value of " + field.name() + " is not a number");
        }
        // After two signs nothing is read as a number.
        BigDecimal number = NUMERIC.matcher(sent).matches() ? ColumnText.leadingNumber(sent) : BigDecimal.ZERO;
        return amounts(user).rounded(number).toPlainString();
    }

    /** Whether PHP writes the text in a user's format, of which it takes a minus sign away before. */
    public static boolean isFormattable(String sent) {
        String unsigned = sent.startsWith("-") ? sent.substring(1) : sent;
        return unsigned.isEmpty() || NUMERIC.matcher(unsigned).matches();
    }

    private static AmountFormat amounts(CrmUser user) {
        return new AmountFormat(user.preferences());
    }
}
