package io.github.camelvtiger.operation;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.VtigerException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Function;

/**
 * The types of values that JSON has not itself are texts in it: times as ISO 8601 writes them, ids as the CRM does. In a POJO an
 * empty text, with which the CRM answers an empty field, is null.
 */
final class TextValuesModule extends SimpleModule {

    private static final long serialVersionUID = 1;

    TextValuesModule() {
        super("camel-vtiger-texts");
        add(LocalDate.class, LocalDate::parse);
        add(LocalTime.class, LocalTime::parse);
        add(Instant.class, TextValuesModule::instant);
        add(RecordId.class, RecordId::parse);
    }

    private <T> void add(Class<T> type, Function<String, T> parse) {
        addSerializer(type, ToStringSerializer.instance);
        addDeserializer(type, new FromText<>(type, parse));
    }

    /** As ISO writes it, or as the CRM does: {@code 2026-01-31 14:30:00}, which is UTC ({@code webservice.md §8}). */
    private static Instant instant(String text) {
        return Instant.parse(text.length() == "2026-01-31 14:30:00".length() ? text.replace(' ', 'T') + "Z" : text);
    }

    private static final class FromText<T> extends FromStringDeserializer<T> {

        private static final long serialVersionUID = 1;

        private final transient Function<String, T> parse;

        FromText(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        protected T _deserialize(String text, DeserializationContext context) throws IOException {
            try {
                return parse.apply(text);
            } catch (DateTimeException | VtigerException notOfTheType) {
                return cast(context.handleWeirdStringValue(handledType(), text, "%s", notOfTheType.getMessage()));
            }
        }

        @SuppressWarnings("unchecked") // what a handler gives is checked by Jackson
        private T cast(Object handled) {
            return (T) handled;
        }

        @Override
        protected Object _deserializeFromEmptyString(DeserializationContext context) {
            return null;
        }
    }
}
