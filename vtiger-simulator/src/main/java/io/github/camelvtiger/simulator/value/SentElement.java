package io.github.camelvtiger.simulator.value;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.operation.ServerCrash;
import io.github.camelvtiger.simulator.store.DoubleText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The {@code element} a client sends: texts by field name, a JSON null as null. Numbers and booleans become what PHP
 * makes of them as text; of an array the first element is taken, of an object nothing ({@code webservice.md §6}).
 */
public final class SentElement {

    private final Map<String, String> values;
    private final Set<String> structured;
    private final Map<String, Object> sent;
    private final Map<String, Object> received;

    private SentElement(
            Map<String, String> values,
            Set<String> structured,
            Map<String, Object> sent,
            Map<String, Object> received) {
        this.values = values;
        this.structured = structured;
        this.sent = sent;
        this.received = received;
    }

    /** @param values what JSON can say: texts, numbers, booleans, null, lists and maps */
    public static SentElement of(Map<String, ?> values) {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((field, value) -> {
            if (value instanceof String text) {
                texts.put(field, text);
            }
        });
        return texts.size() == values.size()
                ? new SentElement(texts, Set.of(), new LinkedHashMap<>(texts), Map.copyOf(texts))
                : parse(ElementJson.written(values));
    }

    /**
     * What cannot be decoded is an element without fields: the server says so only with its next check
     * ({@code webservice.md §1}).
     *
     * @throws ServerCrash for a JSON text
     */
    public static SentElement parse(String json) {
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> structured = new HashSet<>();
        Map<String, Object> sent = new LinkedHashMap<>();
        JsonNode node = ElementJson.read(json);
        if (node != null && node.isTextual()) {
            throw new ServerCrash("the element is a JSON string");
        }
        if (node != null) {
            node.properties().forEach(field -> {
                values.put(field.getKey(), text(field.getValue()));
                sent.put(field.getKey(), ElementJson.plain(field.getValue()));
                if (field.getValue().isContainerNode() || infinite(field.getValue())) {
                    structured.add(field.getKey());
                }
            });
        }
        return new SentElement(values, structured, sent, new HashMap<>(sent));
    }

    /** A number that no float can hold: a value for PHP, which the database stores as an empty text. */
    private static boolean infinite(JsonNode value) {
        return value.isNumber() && Double.isInfinite(value.doubleValue());
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "1" : "0";
        }
        if (infinite(value)) {
            return "";
        }
        if (value.isBigDecimal()) {
            return DoubleText.of(value.decimalValue());
        }
        if (value.isBigInteger()) {
            return DoubleText.of(new BigDecimal(value.bigIntegerValue()));
        }
        if (value.isArray()) {
            return value.isEmpty() ? "" : text(value.get(0));
        }
        return value.isObject() ? "" : value.asText();
    }

    public Set<String> names() {
        return values.keySet();
    }

    public boolean has(String field) {
        return values.containsKey(field);
    }

    /** Whether an array, an object or infinity was sent for the field. */
    public boolean structured(String field) {
        return structured.contains(field);
    }

    /** Whether an array or object without content was sent for the field. */
    public boolean empty(String field) {
        Object value = sent.get(field);
        return value instanceof Collection<?> list && list.isEmpty() || value instanceof Map<?, ?> map && map.isEmpty();
    }

    /** The value as PHP writes it into a text. */
    public String string(String field) {
        Object value = sent.get(field);
        if (value instanceof Boolean truth) {
            return truth ? "1" : "";
        }
        if (value instanceof Double || value instanceof BigInteger) {
            return DoubleText.php(((Number) value).doubleValue());
        }
        return value instanceof List<?> list
                        && !list.isEmpty()
                        && (list.get(0) instanceof List || list.get(0) instanceof Map)
                ? "Array"
                : text(field);
    }

    /** @return null if the field was not sent, or as null */
    public String value(String field) {
        return values.get(field);
    }

    /** @return {@code ""} if the field was not sent, or as null */
    public String text(String field) {
        String value = values.get(field);
        return value == null ? "" : value;
    }

    /** The JSON values: Map, List, text, Number, Boolean or null. */
    public Map<String, Object> sent() {
        return sent;
    }

    /** The JSON value of the field as it came, for what is done with it before a save changes the element. */
    public Object received(String field) {
        return received.get(field);
    }

    /** Whether PHP takes the field for sent with a value: even an empty array is one. */
    public boolean filled(String field) {
        return structured(field) || !text(field).isEmpty();
    }

    /** @throws ServerCrash for an array or an object */
    public String id() {
        if (structured("id")) {
            throw new ServerCrash("the id is an array");
        }
        return text("id");
    }

    public void remove(String field) {
        values.remove(field);
        sent.remove(field);
    }

    /** The same element with more fields, or with other values. */
    public SentElement with(Map<String, Object> more) {
        Map<String, String> allValues = new LinkedHashMap<>(values);
        Map<String, Object> allSent = new LinkedHashMap<>(sent);
        more.forEach((field, value) -> {
            allValues.put(field, value == null ? null : value.toString());
            allSent.put(field, value);
        });
        return new SentElement(allValues, structured, allSent, received);
    }

    /** With each value but arrays and objects as the text that PHP makes of it, changed. */
    public SentElement map(UnaryOperator<String> change) {
        Map<String, String> changed = new LinkedHashMap<>();
        Map<String, Object> changedSent = new LinkedHashMap<>(sent);
        values.forEach((field, value) -> {
            Object original = sent.get(field);
            boolean scalar = !(original instanceof Collection) && !(original instanceof Map);
            String text = value == null ? null : change.apply(scalar ? string(field) : value);
            changed.put(field, text);
            if (scalar) {
                changedSent.put(field, text == null ? "" : text);
            }
        });
        return new SentElement(changed, structured, changedSent, received);
    }
}
