package io.github.camelvtiger.routes.sync.mapping;

import io.github.camelvtiger.routes.sync.definition.FieldRule;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.Optional;

/** Values of a CRM's record for a file: as they are, moments in the zone of the sync, others by the rule's patterns. */
final class FileConversion implements Conversion {

    private final String column;
    private final String type;
    private final Times times;
    private final Optional<DateTimeFormatter> dates;
    private final Optional<Numbers> numbers;

    /** @param type of the field that the value comes from, as describe names it; that of a text if it is not known */
    FileConversion(String column, String type, FieldRule rule, Times times, Locale locale) {
        this.column = column;
        this.type = type;
        this.times = times;
        this.dates = rule.dateFormat().map(pattern -> Times.formatter(pattern, locale));
        this.numbers = rule.numberFormat().map(pattern -> new Numbers(locale, Optional.of(pattern)));
    }

    @Override
    public Object convert(Object value, boolean written) throws BadValueException {
        if (written || Words.isEmpty(value)) {
            return value;
        }
        String text = Words.text(value);
        if (dates.isPresent()) {
            return formatted(text);
        }
        if (numbers.isPresent()) {
            return number(text);
        }
        return type.equals("datetime")
                ? times.inZone(text).<Object>map(Times::written).orElse(value)
                : value;
    }

    private String formatted(String text) throws BadValueException {
        Optional<LocalDateTime> moment = times.inZone(text);
        Object typed = moment.isPresent() ? moment.get() : times.value(Times.isTime(type) ? type : "date", text);
        if (typed instanceof Temporal time) {
            try {
                return dates.orElseThrow().format(time);
            } catch (DateTimeException lacksAPart) {
                throw BadValueException.of(
                        column, text, "has not all that its 'date' pattern writes; correct the pattern");
            }
        }
        throw BadValueException.of(column, text, "is not a time, which its 'date' pattern is for; remove that");
    }

    private String number(String text) throws BadValueException {
        try {
            return numbers.orElseThrow().format(new BigDecimal(text));
        } catch (NumberFormatException notANumber) {
            throw BadValueException.of(column, text, "is not a number, which its 'number' pattern is for; remove that");
        }
    }
}
