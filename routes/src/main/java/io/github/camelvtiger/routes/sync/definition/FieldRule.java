package io.github.camelvtiger.routes.sync.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the value of one field comes from, and what is done with it. {@code lastname: Last Name} in a sync file is a rule
 * with nothing but {@code from}.
 *
 * @param from the columns; more than one are joined, see {@code join}
 * @param constant {@code value:}, the same for each row
 * @param fallback {@code default:}, for a row whose value is empty
 * @param values {@code values:}, a value of the source to the value for the target; values that are not listed pass as they are
 * @param reference {@code reference:}, the field of the referenced module by which its record is found
 * @param module {@code module:}, the one that a reference points to, for a field that may refer to several
 * @param create {@code create:}, whether a referenced record that does not exist is created
 * @param owner {@code owner: true}, the value is the name of a user or group
 * @param dateFormat {@code date:}, a pattern of {@link java.time.format.DateTimeFormatter}
 * @param numberFormat {@code number:}, a pattern of {@link java.text.DecimalFormat}
 * @param join {@code join:}, what separates the values of several columns
 * @param split {@code split:}, where a value is cut; see {@code part}
 * @param part {@code part:}, which piece of a cut value is taken, counted from 1, from the end if negative; 0 without
 *     {@code split}
 * @param simple {@code simple:}, an expression of Camel's Simple language whose body is the row
 * @param jsonpath {@code jsonpath:}, an expression of Camel's JSONPath language on the row
 */
public record FieldRule(
        List<String> from,
        Optional<String> constant,
        Optional<String> fallback,
        Map<String, String> values,
        Optional<String> reference,
        Optional<String> module,
        boolean create,
        boolean owner,
        Optional<String> dateFormat,
        Optional<String> numberFormat,
        String join,
        Optional<String> split,
        int part,
        Optional<String> simple,
        Optional<String> jsonpath) {

    public FieldRule {
        from = List.copyOf(from);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The values of one column, as they are. */
    public static FieldRule column(String name) {
        return new FieldRule(
                List.of(name),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                " ",
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty());
    }

    /** The same for a value that is the name of a user or group. */
    public FieldRule ofOwner() {
        return new FieldRule(
                from,
                constant,
                fallback,
                values,
                reference,
                module,
                create,
                true,
                dateFormat,
                numberFormat,
                join,
                split,
                part,
                simple,
                jsonpath);
    }
}
