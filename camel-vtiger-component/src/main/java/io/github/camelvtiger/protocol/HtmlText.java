package io.github.camelvtiger.protocol;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Decodes what is answered of the connection's own user as the server stores it, with entities of HTML: by a login
 * ({@code webservice.md §3}), and by {@code me} of Vtiger Cloud ({@code cloud-rest.md §2}).
 */
final class HtmlText {

    private HtmlText() {}

    /** The same object with its texts decoded, once; what is nested in it stays as it is. */
    static Map<String, Object> decoded(Map<?, ?> user) {
        Map<String, Object> decoded = new LinkedHashMap<>();
        user.forEach((name, value) ->
                decoded.put((String) name, value instanceof String text ? HtmlEntities.decoded(text) : value));
        return decoded;
    }
}
