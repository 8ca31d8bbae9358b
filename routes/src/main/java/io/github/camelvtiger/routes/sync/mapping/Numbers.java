package io.github.camelvtiger.routes.sync.mapping;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.ParsePosition;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as a language writes them. What Java's own format would pass over is refused: {@code 1,5} is not fifteen where
 * the comma separates thousands.
 */
final class Numbers {

    private static final int MOST_DIGITS = 60;

    /** Spaces between thousands are of several kinds, and people write the ordinary one. */
    private static final Pattern SPACE = Pattern.compile("[ \\u00A0\\u2009\\u202F]");

    private static final Pattern SIGN_BESIDE = Pattern.compile("^[\\p{Sc}\\p{Z}\\s]+|[\\p{Sc}\\p{Z}\\s%]+$");

    private final Locale locale;
    private final DecimalFormatSymbols symbols;
    private final Optional<DecimalFormat> pattern;
    private final Pattern groups;

    /** @param pattern of {@link DecimalFormat}; without one a number as the language usually writes it */
    Numbers(Locale locale, Optional<String> pattern) {
        this.locale = locale;
        this.symbols = DecimalFormatSymbols.getInstance(locale);
        this.pattern = pattern.map(text -> new DecimalFormat(text, symbols));
        this.pattern.ifPresent(format -> format.setParseBigDecimal(true));
        String group = group(symbols.getGroupingSeparator());
        String decimal = Pattern.quote(String.valueOf(symbols.getDecimalSeparator()));
        this.groups = Pattern.compile("[+-]?(\\d+|\\d{1,3}(" + group + "\\d{3})+)?(" + decimal + "\\d*)?");
    }

    private static String group(char separator) {
        return SPACE.matcher(String.valueOf(separator)).matches()
                ? SPACE.pattern()
                : Pattern.quote(String.valueOf(separator));
    }

    /** @throws BadValueException if the text is not such a number */
    BigDecimal parse(String field, String text) throws BadValueException {
        String number = SIGN_BESIDE.matcher(text).replaceAll("").replace('\u2212', '-');
        Optional<BigDecimal> parsed = pattern.isPresent() ? byPattern(text) : plain(number);
        return parsed.filter(found -> found.precision() <= MOST_DIGITS && Math.abs(found.scale()) <= MOST_DIGITS)
                .orElseThrow(() -> BadValueException.of(field, text, "is not a number; write it like " + example()));
    }

    String format(BigDecimal number) {
        return pattern.map(format -> format.format(number)).orElseGet(number::toPlainString);
    }

    private String example() {
        return format(new BigDecimal("1234.5"))
                + (pattern.isPresent() ? "" : ", or with the separators of " + locale.getDisplayName(Locale.ENGLISH));
    }

    private Optional<BigDecimal> plain(String text) {
        if (!groups.matcher(text).matches() || text.chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        StringBuilder plain = new StringBuilder();
        for (char each : text.toCharArray()) {
            if (each == symbols.getDecimalSeparator()) {
                plain.append('.');
            } else if (each >= '0' && each <= '9' || each == '-' || each == '+') {
                plain.append(each);
            }
        }
        return Optional.of(new BigDecimal(plain.toString()));
    }

    /** The format is lenient: whatever of the text is number-like must be well-formed as well. */
    private Optional<BigDecimal> byPattern(String text) {
        DecimalFormat format = (DecimalFormat) pattern.orElseThrow().clone();
        ParsePosition position = new ParsePosition(0);
        Object parsed = format.parse(text, position);
        if (!(parsed instanceof BigDecimal number) || position.getIndex() < text.length()) {
            return Optional.empty();
        }
        return isWellFormed(text) ? Optional.of(number) : Optional.empty();
    }

    private boolean isWellFormed(String text) {
        String separators = Pattern.quote(String.valueOf(symbols.getGroupingSeparator()))
                + Pattern.quote(String.valueOf(symbols.getDecimalSeparator()));
        return Pattern.compile("\\d[\\d" + separators + "]*")
                .matcher(text)
                .results()
                .allMatch(number -> groups.matcher(number.group()).matches());
    }
}
