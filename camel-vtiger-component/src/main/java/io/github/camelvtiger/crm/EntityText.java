package io.github.camelvtiger.crm;

import java.util.LinkedHashMap;
import java.util.Map;

/** Text for revise, which decodes what it is sent once more than create does ({@code change-feed.md §5}). */
final class EntityText {

    private EntityText() {}

    /** Each ampersand as its entity, and nothing else; values that are not a text stay as they are. */
    static Map<String, Object> encoded(Map<String, ?> record) {
        Map<String, Object> encoded = new LinkedHashMap<>();
        record.forEach((name, value) -> encoded.put(
                name, value instanceof CharSequence text ? text.toString().replace("&", "&amp;") : value));
        return encoded;
    }
}
