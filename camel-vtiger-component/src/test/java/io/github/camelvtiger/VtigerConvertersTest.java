package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.VtigerRecord;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.TypeConverter;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VtigerConvertersTest {

    private static final String JSON = "{\"lastname\":\"Zoë\",\"id\":\"12x3\"}";

    private final DefaultCamelContext context = new DefaultCamelContext();
    private TypeConverter converter;

    @BeforeEach
    void start() {
        context.start();
        converter = context.getTypeConverter();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void recordIsJsonInTheFieldsOrder() {
        assertThat(converter.convertTo(String.class, contact())).isEqualTo(JSON);
        assertThat(converter.convertTo(byte[].class, contact())).asString().isEqualTo(JSON);
        assertThat(converter.convertTo(InputStream.class, contact())).hasContent(JSON);
    }

    @Test
    void recordIsAJsonTree() {
        assertThat(converter
                        .convertTo(JsonNode.class, contact())
                        .path("lastname")
                        .asText())
                .isEqualTo("Zoë");
    }

    @Test
    void recordIsAPojoThatKnowsSomeOfItsFields() {
        assertThat(converter.convertTo(Person.class, contact())).isEqualTo(new Person("Zoë"));
    }

    @Test
    void mapsOfOtherRoutesAreLeftAlone() {
        Map<String, Object> other = new LinkedHashMap<>(Map.of("lastname", "Zoë"));
        assertThat(converter.convertTo(String.class, other)).isEqualTo("{lastname=Zoë}");
        assertThat(converter.convertTo(Person.class, other)).isNull();
    }

    @Test
    void batchIsAList() {
        BatchItem item = new BatchItem(0, "12x3", BatchItem.Outcome.DELETED, null, null);
        assertThat(converter.convertTo(List.class, new BatchResult(List.of(item))))
                .isEqualTo(List.of(item));
    }

    private static VtigerRecord contact() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("lastname", "Zoë");
        fields.put("id", "12x3");
        return new VtigerRecord(fields);
    }

    record Person(String lastname) {}
}
