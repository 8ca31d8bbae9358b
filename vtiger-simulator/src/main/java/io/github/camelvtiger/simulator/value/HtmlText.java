package io.github.camelvtiger.simulator.value;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * PHP's entities of HTML 4.01 with both quotes. Records are encoded for the screen whenever they are read and decoded
 * for the API again; labels are left encoded, and a revise decodes once too often ({@code webservice.md §6}).
 */
public final class HtmlText {

    private static final Pattern ENTITY =
            Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]*));");
    private static final Pattern SCRIPT = Pattern.compile("script.*/script", Pattern.CASE_INSENSITIVE);

    private static final Map<String, Integer> NAMED = entities();
    private static final Map<Integer, String> NAMES =
            NAMED.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private static Map<String, Integer> entities() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                HtmlText.class.getResourceAsStream("html-entities.tsv"), StandardCharsets.US_ASCII))) {
            return lines.lines()
                    .map(line -> line.split("\t"))
                    .collect(Collectors.toUnmodifiableMap(entry -> entry[0], entry -> Integer.valueOf(entry[1])));
        } catch (IOException e) {
            throw new UncheckedIOException("the simulator's table of HTML entities cannot be read", e);
        }
    }

    /** Whether neither encoding nor decoding changes the text. */
    boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '&' || c == '<' || c == '>' || c == '"' || c == '\'' || c > '~') {
                return false;
            }
        }
        return true;
    }

    public String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        text.codePoints().forEach(point -> {
            String name = NAMES.get(point);
            if (point == '\'') {
                encoded.append("&#039;");
            } else if (name != null) {
                encoded.append('&').append(name).append(';');
            } else {
                encoded.appendCodePoint(point);
            }
        });
        return encoded.toString();
    }

    public String decode(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return ENTITY.matcher(text).replaceAll(entity -> Matcher.quoteReplacement(decoded(entity)));
    }

    private String decoded(MatchResult entity) {
        Integer point = entity.group(3) != null
                ? NAMED.get(entity.group(3))
                : entity.group(1) != null ? Integer.valueOf(entity.group(1)) : Integer.valueOf(entity.group(2), 16);
        return point != null && allowed(point) ? Character.toString(point) : entity.group();
    }

    private static boolean allowed(int point) {
        boolean control =
                point < 0x20 && point != '\t' && point != '\n' && point != '\r' || point >= 0x7f && point < 0xa0;
        boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return Character.isValidCodePoint(point) && !control && !surrogate;
    }

    /** A text with a script in it is stored with its brackets and double quotes encoded. */
    static String harmless(String text) {
        return text.indexOf('/') >= 0 && SCRIPT.matcher(text).find()
                ? text.replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                : text;
    }
}
