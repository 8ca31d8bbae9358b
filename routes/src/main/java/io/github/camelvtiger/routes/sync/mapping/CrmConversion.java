package io.github.camelvtiger.routes.sync.mapping;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.routes.sync.definition.FieldRule;
import io.github.camelvtiger.routes.sync.rows.CellText;
import io.github.camelvtiger.values.RecordCheck;
import io.github.camelvtiger.values.WireValue;
import io.github.camelvtiger.values.WriteKind;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Values for a field of a CRM: of the Java type that says most, and checked as the component checks them. */
final class CrmConversion implements Conversion {

    private static final Set<String> NUMBERS =
            Set.of("integer", "double", "decimal", "currency", "percent", "percentage");

    private final CrmModule module;
    private final Field field;
    private final FieldRule rule;
    private final Optional<DateTimeFormatter> dates;
    private final Optional<Numbers> numbers;
    private final Ids ids;

    /** What ids in the source mean. */
    enum Ids {
        /** Records of the target. */
        OWN,
        /** Records of another CRM, of which nothing is known here. */
        FOREIGN,
        /** Records of another CRM that move here. */
        MOVED
    }

    CrmConversion(CrmModule module, Field field, FieldRule rule, Locale locale, Ids ids) {
        this.ids = ids;
        this.module = module;
        this.field = field;
        this.rule = rule;
        this.dates = rule.dateFormat().map(pattern -> Times.formatter(pattern, locale));
        // Without a pattern and a language numbers are read as the component does.
        this.numbers = rule.numberFormat().isPresent() || !locale.equals(Locale.ROOT) && NUMBERS.contains(field.type())
                ? Optional.of(new Numbers(locale, rule.numberFormat()))
                : Optional.empty();
    }

    @Override
    public Object convert(Object value, boolean written) throws BadValueException {
        if (value instanceof CharSequence text && text.toString().indexOf(0) >= 0) {
            throw new BadValueException("The value of " + name() + " has a zero byte in it; remove it.");
        }
        // A record that moves has its texts to the letter; those of files have blanks that nobody meant.
        Object plain = value instanceof CharSequence text
                ? ids == Ids.MOVED && !text.toString().isBlank() ? text.toString() : CellText.strip(text.toString())
                : Words.tidy(value);
        if (Words.isEmpty(plain)) {
            check("");
            return "";
        }
        refuseStructure(plain);
        if (field.name().equals("id")) {
            return id(Words.text(plain));
        }
        if (rule.reference().isPresent()) {
            return reference(Words.text(plain), written);
        }
        if (isOwner()) {
            return owner(Words.text(plain), written);
        }
        if (field.type().equals("reference") && !RecordId.isOne(Words.text(plain))) {
            throw BadValueException.of(
                    name(),
                    Words.text(plain),
                    "is not the id of a record; add 'reference: FIELD' to its rule to have the record looked up by a"
                            + " field");
        }
        if (ids == Ids.MOVED && !written && field.type().equals("reference")) {
            return new MovedReference(Words.text(plain), RecordCheck.targets(field));
        }
        if (ids == Ids.FOREIGN && !written && field.type().equals("reference")) {
            throw BadValueException.of(
                    name(),
                    Words.text(plain),
                    "is an id of the CRM that is read, and means another record in this one; add 'reference: FIELD' to its"
                            + " rule");
        }
        Object typed = typed(plain, written);
        check(typed);
        return typed;
    }

    private Object typed(Object value, boolean written) throws BadValueException {
        if (value instanceof String text && dates.isPresent() && !written) {
            return module.times().value(field.type(), module.times().parse(name(), text, dates.get()));
        }
        if (Times.isTime(field.type())) {
            return module.times().value(field.type(), value);
        }
        return value instanceof String text && numbers.isPresent() && !written
                ? numbers.get().parse(name(), text)
                : value;
    }

    private void check(Object value) throws BadValueException {
        WireValue wire = module.wire(field, value);
        List<String> faults = module.check()
                .check(WriteKind.REVISE, Map.of(field.name(), wire), Optional.empty())
                .faults();
        if (!faults.isEmpty()) {
            throw new BadValueException(faults.get(0));
        }
    }

    /** Such values come from JSON. */
    private void refuseStructure(Object value) throws BadValueException {
        boolean list = value instanceof List<?>;
        boolean several = list && field.type().equals("multipicklist");
        if (field.name().equals(LineItems.FIELD) || several || !(value instanceof Map<?, ?> || list)) {
            return;
        }
        throw new BadValueException("The value of " + name() + " is " + (list ? "a list" : "an object")
                + " and the field holds one value; take a part of it by 'jsonpath'.");
    }

    private Object id(String text) throws BadValueException {
        int prefix = module.description().idPrefix();
        if (!RecordId.isOne(text) || RecordId.parse(text).prefix() != prefix) {
            throw BadValueException.of(
                    name(),
                    text,
                    "is not the id of a record of " + module.description().name() + "; write it like " + prefix
                            + "x34");
        }
        return text;
    }

    private Object reference(String text, boolean written) {
        List<String> modules = rule.module().map(List::of).orElseGet(() -> RecordCheck.targets(field));
        if (RecordId.isOne(text)) {
            return ids != Ids.OWN && !written
                    ? new ForeignReference(text, modules, rule.reference().orElseThrow(), rule.create())
                    : text;
        }
        return new ReferenceByKey(modules, rule.reference().orElseThrow(), text, rule.create());
    }

    private boolean isOwner() {
        return field.type().equals("owner") || field.type().equals("reference") && rule.owner();
    }

    /** A name stays one: the component finds users and groups by name. */
    private Object owner(String text, boolean written) throws BadValueException {
        if (ids == Ids.MOVED && !written && RecordId.isOne(text)) {
            return new MovedReference(text, List.of("Users", "Groups"));
        }
        if (ids == Ids.FOREIGN && !written && RecordId.isOne(text)) {
            if (rule.owner()) {
                return new ForeignOwner(text);
            }
            throw BadValueException.of(
                    name(),
                    text,
                    "is an id of the CRM that is read, and means another user in this one; add 'owner: true' to its rule");
        }
        if (!rule.owner() && !RecordId.isOne(text)) {
            throw BadValueException.of(
                    name(), text, "is not the id of a user or group; add 'owner: true' to its rule to give names");
        }
        return text;
    }

    private String name() {
        return field.name();
    }
}
