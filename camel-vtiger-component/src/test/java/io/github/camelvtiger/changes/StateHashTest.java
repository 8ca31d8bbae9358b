package io.github.camelvtiger.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateHashTest {

    @Test
    void nullIsEmptyAlsoInALineItem() {
        Map<String, Object> item = new HashMap<>(Map.of("id", "33x5"));
        item.put("comment", null);
        Map<String, Object> empty = new HashMap<>(Map.of("id", "33x5", "comment", ""));
        assertThat(hash("LineItems", List.of(item))).isEqualTo(hash("LineItems", List.of(empty)));
        assertThat(hash("account_id", null)).isEqualTo(hash("account_id", ""));
        assertThat(FieldHashes.of(null)).isEqualTo(FieldHashes.of(""));
    }

    @Test
    void whatWasStoredBeforeIsStillValid() {
        Map<String, Object> plain = Map.of("id", "12x5", "lastname", "Möller & Söhne <a>", "phone", "");
        assertThat(StateHash.of(plain)).isEqualTo(StateHash.ofFirstRule(plain));
        Map<String, Object> order = Map.of("id", "7x5", "LineItems", List.of(Map.of("id", "33x5")));
        assertThat(StateHash.of(order)).isEqualTo(StateHash.ofFirstRule(order));
    }

    @Test
    void aTextIsTheSameWithOneLevelOfEncodingLess() {
        for (List<String> same : List.of(
                List.of("m &amp;amp; n", "m &amp; n", "m & n"),
                List.of("&amp;eacute;", "&eacute;", "é"),
                List.of("&amp;#039;", "&#039;", "&#x27;", "'"),
                List.of("&amp;lt;b&amp;gt;", "&lt;b&gt;", "<b>"))) {
            assertThat(same.stream().map(text -> hash("lastname", text)).distinct())
                    .as(same.toString())
                    .hasSize(1);
        }
        for (String differs :
                Arrays.asList("m & o", "m && n", "m &n", "m &unknown; n", "m &#0; n", "m &#99999999; n")) {
            assertThat(hash("lastname", differs)).isNotEqualTo(hash("lastname", "m & n"));
        }
    }

    private static String hash(String name, Object value) {
        Map<String, Object> fields = new HashMap<>();
        fields.put(name, value);
        return StateHash.of(fields);
    }
}
