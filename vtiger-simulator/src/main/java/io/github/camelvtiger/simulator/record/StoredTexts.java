package io.github.camelvtiger.simulator.record;

import io.github.camelvtiger.simulator.kind.Kinds;
import io.github.camelvtiger.simulator.metadata.FieldMetadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.metadata.Release;
import io.github.camelvtiger.simulator.operation.ServerCrash;
import io.github.camelvtiger.simulator.operation.WebserviceId;
import io.github.camelvtiger.simulator.store.ColumnText;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.DanglingReference;
import io.github.camelvtiger.simulator.store.SqlArray;
import io.github.camelvtiger.simulator.store.SqlNull;
import io.github.camelvtiger.simulator.store.StoredRow;
import io.github.camelvtiger.simulator.value.FieldText;
import io.github.camelvtiger.simulator.value.HtmlText;
import io.github.camelvtiger.simulator.value.SentElement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Turns a checked element into the texts that are to be stored. */
final class StoredTexts {

    /** Written with the entity row and only so: times, users, record numbers and the source. */
    private static final Set<String> OWN_WAY =
            Set.of("id", "createdtime", "modifiedtime", "modifiedby", "source", "reminder_time");

    /** If an array is taken for its first element; elsewhere PHP fails on it. */
    static final Set<String> TEXTUAL =
            Set.of("string", "text", "phone", "email", "url", "picklist", "multipicklist", "boolean", "integer");

    private static final Set<String> NULLABLE =
            Set.of("string", "text", "phone", "email", "url", "picklist", "multipicklist", "time", "skype");

    /** Types of numbers that are written in the user's format, which fails for an array. */
    private static final Set<Integer> FORMATTED = Set.of(7, 71, 72);

    /** Types of numbers that PHP writes into a text before the database gets them. */
    private static final Set<Integer> NUMBERS = Set.of(7, 9);

    /** A column of one character that only queries return, so an empty text is taken for what was there (seen on 8.2.0). */
    static final String TAGS = "tags";

    private static final Set<String> REFERRING = Set.of("reference", "owner");
    private static final int CONVERTED = 71;
    private static final int PRICE = 72;
    private static final int ADDRESSES = 8;
    private static final int RECORD_NUMBER = 4;
    private static final int FOLDER = 26;
    private static final int CONTACT = 57;

    private static final String NO_DATE = "0000-00-00";

    private final CrmStore store;

    StoredTexts(CrmStore store) {
        this.store = store;
    }

    /**
     * What a client sends as an amount is written in the user's format even if it is not stored, such as the quantity of an
     * order.
     *
     * @throws ServerCrash for what PHP refuses to format
     */
    private static void format(ModuleMetadata module, SentElement element) {
        module.fields().stream()
                .filter(field -> field.readOnly()
                        && FORMATTED.contains(field.uiType())
                        && field.number().startsWith("N")
                        && element.has(field.name())
                        && !field.described().isEmpty())
                .forEach(field -> {
                    boolean array = element.structured(field.name()) && !element.empty(field.name());
                    boolean number = field.uiType() == CONVERTED || FieldText.isFormattable(element.text(field.name()));
                    if (array || !number) {
                        throw new ServerCrash("the value of " + field.name() + " is not a number");
                    }
                });
    }

    /** All fields: those not sent get what the server stores for an empty one. */
    Map<String, String> create(ModuleMetadata module, SentElement element, CrmUser user) {
        format(module, element);
        Map<String, String> texts = new LinkedHashMap<>();
        for (FieldMetadata field : module.fields()) {
            if (writable(field)) {
                texts.put(field.name(), hidden(field, element) ? SqlNull.MARK : made(module, field, element, user));
            }
        }
        if (module.fieldIndex("source") >= 0) {
            texts.put("source", source(module, element));
        }
        texts.putAll(Kinds.of(module).beside(element, store));
        texts.putAll(Kinds.of(module).made(element, store));
        texts.putAll(Kinds.of(module).created(texts::get, user));
        return texts;
    }

    /** Only the sent fields. */
    Map<String, String> change(ModuleMetadata module, SentElement element, CrmUser user) {
        format(module, element);
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : element.names()) {
            int index = module.fieldIndex(name);
            if (index >= 0
                    && !(name.equals(TAGS) && element.text(name).isEmpty())
                    && writable(module.fields().get(index))
                    && !hidden(module.fields().get(index), element)) {
                FieldMetadata field = module.fields().get(index);
                String text = stored(module, field, element, user);
                texts.put(name, text.isEmpty() && RefusedRow.wantsDate(field) ? NO_DATE : text);
            }
        }
        return texts;
    }

    /**
     * Lists of addresses that are not sent: the save makes a list of the text that it has read, which is one already
     * (seen on 8.2.0).
     *
     * @param read texts by field
     */
    static Map<String, String> wrapped(ModuleMetadata module, SentElement element, Map<String, String> read) {
        Map<String, String> wrapped = new HashMap<>();
        module.fields().stream()
                .filter(field -> field.uiType() == ADDRESSES && !element.has(field.name()))
                .forEach(field -> wrapped.put(
                        field.name(),
                        ColumnText.of(field.column(), FieldText.addresses(read.getOrDefault(field.name(), "")))));
        return wrapped;
    }

    /** A revise does the same with lists in which something is still encoded. */
    static Map<String, String> wrappedAgain(StoredRow row, SentElement element, HtmlText html) {
        Map<String, String> wrapped = wrapped(row.module(), element, StoredTexts.texts(row));
        wrapped.keySet().removeIf(field -> html.decode(row.value(field)).equals(row.value(field)));
        return wrapped;
    }

    private static Map<String, String> texts(StoredRow row) {
        return row.module().fields().stream()
                .filter(field -> field.uiType() == ADDRESSES)
                .collect(Collectors.toMap(FieldMetadata::name, field -> row.value(field.name())));
    }

    /** Texts that were sent as null. */
    static Map<String, String> nulls(ModuleMetadata module, SentElement element) {
        return nulls(module, element, Objects::isNull);
    }

    /** Of a new record also those that were sent as an object, of which PHP finds no first element. */
    static Map<String, String> nullsOfNew(ModuleMetadata module, SentElement element) {
        return nulls(module, element, sent -> sent == null || sent instanceof Map<?, ?> object && !object.isEmpty());
    }

    private static Map<String, String> nulls(ModuleMetadata module, SentElement element, Predicate<Object> isNull) {
        Map<String, String> nulls = new HashMap<>();
        if (!module.entity()) {
            return nulls;
        }
        module.fields().stream()
                .filter(field -> keepsNull(field) && writable(field))
                .filter(field ->
                        element.has(field.name()) && isNull.test(element.sent().get(field.name())))
                .forEach(field -> nulls.put(field.name(), SqlNull.MARK));
        return nulls;
    }

    private static boolean keepsNull(FieldMetadata field) {
        boolean reference = field.type().equals("reference")
                && field.uiType() != CONTACT
                && field.table().isEmpty();
        return NULLABLE.contains(field.type()) || reference && field.number().isEmpty();
    }

    static boolean writable(FieldMetadata field) {
        return !field.readOnly() && field.uiType() != RECORD_NUMBER && !OWN_WAY.contains(field.name());
    }

    /** Upper case; kept for ever ({@code change-feed.md §6}). */
    private static String source(ModuleMetadata module, SentElement element) {
        String sent = element.value("source");
        if (sent == null) {
            return "WEBSERVICE";
        }
        String source = sent.isEmpty() || sent.equals(" ") ? "CRM" : asciiUpperCase(sent);
        return module.field("source")
                .map(field -> source.substring(0, Math.min(source.length(), field.maxLength())))
                .orElse(source);
    }

    private static String asciiUpperCase(String text) {
        return text.codePoints()
                .map(point -> point >= 'a' && point <= 'z' ? point - 'a' + 'A' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** To PHP true equals the text for a value that the user may not see: what is stored stays, and of a new record it is NULL. */
    private static boolean hidden(FieldMetadata field, SentElement element) {
        return field.type().equals("picklist")
                && Boolean.TRUE.equals(element.sent().get(field.name()));
    }

    /** The price of a new record is also one in the base currency, which cannot be an array. */
    private String made(ModuleMetadata module, FieldMetadata field, SentElement element, CrmUser user) {
        if (field.uiType() == PRICE && element.structured(field.name())) {
            throw new ServerCrash("the value of " + field.name() + " is an array");
        }
        return stored(module, field, element, user);
    }

    private String stored(ModuleMetadata module, FieldMetadata field, SentElement element, CrmUser user) {
        if (!module.entity() && SqlArray.is(element.sent().get(field.name()))) {
            Object first = SqlArray.first(element.sent().get(field.name()))
                    .orElseThrow(() -> new ServerCrash("the value of " + field.name() + " is an empty array"));
            return stored(field, SentElement.of(Map.of("value", first)).text("value"), user);
        }
        String sent = NUMBERS.contains(field.uiType()) ? element.string(field.name()) : element.text(field.name());
        if (element.structured(field.name()) && !takesArray(field, element, user)) {
            throw new ServerCrash("the value of " + field.name() + " is an array");
        }
        if (field.type().equals("multipicklist")
                && store.metadata().release() == Release.V8_0_0
                && element.sent().get(field.name()) instanceof List<?> chosen) {
            sent = chosen.stream().map(String::valueOf).collect(Collectors.joining(" |##| "));
        }
        return stored(field, sent, user);
    }

    /** PHP takes an empty one for nothing; as an owner only administrators may send it, who are not checked. */
    private static boolean takesArray(FieldMetadata field, SentElement element, CrmUser user) {
        boolean formatted = FORMATTED.contains(field.uiType()) || FieldText.isStock(field);
        boolean number = field.type().equals("double") && !formatted;
        return TEXTUAL.contains(field.type())
                || number
                || element.empty(field.name())
                        && (!REFERRING.contains(field.type()) || field.type().equals("owner") && user.admin());
    }

    /** @param sent {@code ""} for a field that is not sent */
    String stored(FieldMetadata field, String sent, CrmUser user) {
        return switch (field.type()) {
            case "reference" -> reference(field, field.uiType() == FOLDER && sent.isEmpty() ? "22x1" : sent);
            case "owner" -> owner(sent, user);
            default -> FieldText.stored(field, sent, user);
        };
    }

    /** Only the number is stored: the prefix comes back from the module in which a record has it, or nothing does. */
    private String reference(FieldMetadata field, String sent) {
        if (sent.isEmpty()) {
            return "";
        }
        WebserviceId id = WebserviceId.of(sent);
        long number = sent.contains("x") ? id.number() : id.prefix();
        return field.refersTo().stream()
                .flatMap(module -> store.known(module, number).stream())
                .findFirst()
                .map(StoredRow::id)
                .orElseGet(() -> DanglingReference.to(number));
    }

    /** Owners without a number after an x become the caller; numbers without a user stay as they are ({@code webservice.md §5}). */
    private String owner(String sent, CrmUser user) {
        long number = WebserviceId.of(sent).number();
        if (number == 0) {
            return user.id();
        }
        Optional<StoredRow> group = store.table("Groups").live(number);
        return group.or(() -> store.known("Users", number)).map(StoredRow::id).orElse(Long.toString(number));
    }
}
