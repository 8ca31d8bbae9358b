package io.github.camelvtiger.crm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntityTextTest {

    @Test
    void onlyAmpersandsOfTextsAreEncoded() {
        Map<String, Object> record = new HashMap<>();
        record.put("lastname", "A & B &amp; <C> \"D\" 'E'");
        record.put("donotcall", true);
        record.put("nothing", null);
        record.put("LineItems", List.of(Map.of("comment", "a & b")));

        Map<String, Object> encoded = EntityText.encoded(record);

        assertThat(encoded)
                .containsEntry("lastname", "A &amp; B &amp;amp; <C> \"D\" 'E'")
                .containsEntry("donotcall", true)
                .containsEntry("nothing", null)
                .containsEntry("LineItems", record.get("LineItems"));
        assertThat(record.get("lastname")).isEqualTo("A & B &amp; <C> \"D\" 'E'");
    }

    @Test
    void theFieldsKeepTheirOrder() {
        Map<String, Object> record = new LinkedHashMap<>();
        Arrays.asList("z", "a", "m").forEach(name -> record.put(name, "&"));

        assertThat(EntityText.encoded(record).keySet()).containsExactly("z", "a", "m");
    }
}
