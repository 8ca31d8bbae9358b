package io.github.camelvtiger.operation;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.ser.Serializers;
import com.fasterxml.jackson.databind.type.ArrayType;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.github.camelvtiger.client.RecordId;
import java.io.IOException;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.Map;

/**
 * Lets the properties of a POJO keep their Java types when it becomes a Map, so that they are what they would be in a Map
 * of the caller: a time, a flag, or what has no form, such as bytes.
 */
final class PojoModule extends SimpleModule {

    PojoModule() {
        super("camel-vtiger-pojo");
        setSerializerModifier(new EnumsAsTheyAre());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addSerializers(new ValuesAsTheyAre());
    }

    /** Hands a value on as it is; for a Date with a pattern of its own, as that says. */
    private static final class AsItIs extends JsonSerializer<Object> implements ContextualSerializer {

        @Override
        public void serialize(Object value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeEmbeddedObject(value);
        }

        @Override
        public void serializeWithType(
                Object value, JsonGenerator generator, SerializerProvider provider, TypeSerializer type)
                throws IOException {
            generator.writeEmbeddedObject(value);
        }

        @Override
        public JsonSerializer<?> createContextual(SerializerProvider provider, BeanProperty property) {
            if (property == null) {
                return this;
            }
            JsonFormat.Value format = property.findPropertyFormat(provider.getConfig(), Object.class);
            Class<?> type = property.getType().getRawClass();
            boolean isDate = Date.class.isAssignableFrom(type) || Calendar.class.isAssignableFrom(type);
            return format != null && format.hasPattern() && isDate ? new Patterned(format) : this;
        }
    }

    /** A Date as the pattern of its property says. */
    private static final class Patterned extends JsonSerializer<Object> {

        private final JsonFormat.Value format;

        Patterned(JsonFormat.Value format) {
            this.format = format;
        }

        @Override
        public void serialize(Object value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            java.text.SimpleDateFormat pattern = new java.text.SimpleDateFormat(format.getPattern());
            if (format.hasTimeZone()) {
                pattern.setTimeZone(format.getTimeZone());
            }
            generator.writeString(pattern.format(value instanceof Calendar calendar ? calendar.getTime() : value));
        }
    }

    /** Values of the JDK and ids; what JSON has of its own, and Maps and lists, are written as ever. */
    private static final class ValuesAsTheyAre extends Serializers.Base {

        private static final AsItIs AS_IT_IS = new AsItIs();

        @Override
        public JsonSerializer<?> findSerializer(
                SerializationConfig config, JavaType type, BeanDescription description) {
            Class<?> raw = type.getRawClass();
            boolean ofTheJdk = raw.getName().startsWith("java.") && !isWritten(raw);
            return ofTheJdk || RecordId.class == raw ? AS_IT_IS : null;
        }

        private static boolean isWritten(Class<?> type) {
            return Map.class.isAssignableFrom(type)
                    || Collection.class.isAssignableFrom(type)
                    || CharSequence.class.isAssignableFrom(type)
                    || Number.class.isAssignableFrom(type)
                    || type == Boolean.class
                    || type == Character.class
                    || type == Object.class;
        }

        @Override
        public JsonSerializer<?> findArraySerializer(
                SerializationConfig config,
                ArrayType type,
                BeanDescription description,
                TypeSerializer elementType,
                JsonSerializer<Object> element) {
            return type.getContentType().isPrimitive() ? AS_IT_IS : null;
        }
    }

    /** An enum is matched with a picklist by its name, unless the application says by an annotation what it is called. */
    private static final class EnumsAsTheyAre extends BeanSerializerModifier {

        @Override
        public JsonSerializer<?> modifyEnumSerializer(
                SerializationConfig config, JavaType type, BeanDescription description, JsonSerializer<?> written) {
            return new EnumOrItsName(written);
        }
    }

    private static final class EnumOrItsName extends JsonSerializer<Object> {

        private final JsonSerializer<Object> written;

        @SuppressWarnings("unchecked") // of the same enum
        EnumOrItsName(JsonSerializer<?> written) {
            this.written = (JsonSerializer<Object>) written;
        }

        @Override
        public void serialize(Object value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            try (TokenBuffer text = new TokenBuffer(generator.getCodec(), false)) {
                written.serialize(value, text, provider);
                if (((Enum<?>) value).name().equals(text.asParser().nextTextValue())) {
                    generator.writeEmbeddedObject(value);
                } else {
                    text.serialize(generator);
                }
            }
        }
    }
}
