package io.github.camelvtiger.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes texts that the server answers as it stores them, with entities of HTML ({@code cloud-rest.md §2}). */
final class HtmlText {

    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#[xX](\\p{XDigit}{1,6})|(\\w{1,8}));");
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", "\u00a0");

    private HtmlText() {}

    /** The same object with its texts decoded, once; what is nested in it stays as it is. */
    static Object decoded(Object result) {
        if (!(result instanceof Map<?, ?> record)) {
            return result;
        }
        Map<String, Object> decoded = new LinkedHashMap<>();
        record.forEach(
                (name, value) -> decoded.put((String) name, value instanceof String text ? decoded(text) : value));
        return decoded;
    }

    private static String decoded(String text) {
        return ENTITY.matcher(text).replaceAll(entity -> Matcher.quoteReplacement(character(entity)));
    }

    private static String character(MatchResult entity) {
        if (entity.group(3) != null) {
            return NAMED.getOrDefault(entity.group(3), entity.group());
        }
        int code = entity.group(1) != null ? Integer.parseInt(entity.group(1)) : Integer.parseInt(entity.group(2), 16);
        return Character.isValidCodePoint(code) ? Character.toString(code) : entity.group();
    }
}
