package io.github.camelvtiger.upsert;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.names.NearestNames;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The fields by which an upsert finds its records, and the keys that they make. */
final class MatchFields {

    private static final Set<String> NUMBERS = Set.of("integer", "double", "currency");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");

    /** Others, such as {@code shipping_&_handling}, are described but cannot be written in VTQL. */
    private static final Pattern NAME = Pattern.compile("\\w+");

    private final String module;
    private final List<Field> fields;

    private MatchFields(String module, List<Field> fields) {
        this.module = module;
        this.fields = fields;
    }

    /** @throws InvalidRecordException for a field that the module does not have, or that cannot be asked for */
    static MatchFields of(ModuleDescription module, List<String> names) {
        List<Field> fields = new ArrayList<>();
        for (String name : names) {
            Field field = module.field(name)
                    .filter(known -> NAME.matcher(name).matches())
                    .orElseThrow(() -> invalid(module.name(), unknown(name, module)));
            if ("id".equals(name)) {
                throw invalid(
                        module.name(),
                        "matchFields can't be the id, which the CRM gives itself; to change records by id use revise.");
            }
            fields.add(field);
        }
        return new MatchFields(module.name(), List.copyOf(fields));
    }

    private static String unknown(String name, ModuleDescription module) {
        List<String> nearest =
                NearestNames.of(name, module.fields().stream().map(Field::name).toList());
        return "matchFields names '" + name + "', which is not a field of " + module.name() + " that can be searched"
                + (nearest.isEmpty() ? "." : "; did you mean " + String.join(" or ", nearest) + "?");
    }

    List<String> names() {
        return fields.stream().map(Field::name).toList();
    }

    boolean contains(String field) {
        return fields.stream().anyMatch(match -> match.name().equals(field));
    }

    /**
     * The key of a record that is to be written.
     *
     * @throws InvalidRecordException when a match field has no value, which would find, and then write, all records
     *     that have none either; or a longer one than the field holds, which would be cut and never be found again
     */
    MatchKey key(Map<String, ?> record) {
        for (Field field : fields) {
            String value = text(record.get(field.name()));
            int length = value.codePointCount(0, value.length());
            if (field.length().isPresent() && length > field.length().getAsInt()) {
                throw invalid(
                        module,
                        "The value of " + field.name() + " has " + length + " characters, and the field holds "
                                + field.length().getAsInt()
                                + ": the CRM would truncate it, and an upsert would never find the record again; shorten it, or name another field in matchFields.");
            }
        }
        return keyOfComplete(record);
    }

    private MatchKey keyOfComplete(Map<String, ?> record) {
        List<String> values = new ArrayList<>();
        for (Field field : fields) {
            String value = text(record.get(field.name()));
            if (value.isBlank()) {
                throw invalid(
                        module,
                        "The record has no value in " + field.name()
                                + ", which matchFields names; an upsert needs one to find the record, so nothing was sent.");
            }
            values.add(comparable(field, value));
        }
        return new MatchKey(values);
    }

    /** The key of a record of the CRM; empty where it has none. */
    Optional<MatchKey> keyOf(Map<String, ?> row) {
        boolean complete =
                fields.stream().noneMatch(field -> text(row.get(field.name())).isBlank());
        return complete ? Optional.of(keyOfComplete(row)) : Optional.empty();
    }

    /** Of one match field, as it is in keys; empty where the record has none. */
    String valueOf(int field, Map<String, ?> record) {
        return comparable(fields.get(field), text(record.get(fields.get(field).name())));
    }

    /** As it is written into a query or a message. */
    static String text(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "1" : "0";
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        return value == null ? "" : value.toString();
    }

    /** For messages: {@code email = a@example.com and lastname = Nowak}. */
    String named(Map<String, ?> record) {
        return fields.stream()
                .map(field -> field.name() + " = " + text(record.get(field.name())))
                .collect(Collectors.joining(" and "));
    }

    String module() {
        return module;
    }

    private static String comparable(Field field, String value) {
        String plain = value.strip();
        if (NUMBERS.contains(field.type()) && NUMBER.matcher(plain).matches()) {
            return new BigDecimal(plain).stripTrailingZeros().toPlainString();
        }
        return ServerCollation.key(value);
    }

    private static InvalidRecordException invalid(String module, String sentence) {
        return new InvalidRecordException(sentence, FailureContext.of("upsert", module, null));
    }
}
