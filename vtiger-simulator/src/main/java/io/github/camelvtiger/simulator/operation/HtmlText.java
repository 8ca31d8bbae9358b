package io.github.camelvtiger.simulator.operation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PHP's entities of HTML 4.01 with both quotes. Records are encoded for the screen whenever they are read and decoded
 * for the API again; labels are left encoded, and a revise decodes once too often ({@code webservice.md §6}).
 */
public final class HtmlText {

    private static final Pattern ENTITY =
            Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]*));");
    private static final Pattern SCRIPT = Pattern.compile("script.*/script", Pattern.CASE_INSENSITIVE);

    private final Map<String, Integer> named = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();

    public HtmlText() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                HtmlText.class.getResourceAsStream("html-entities.tsv"), StandardCharsets.US_ASCII))) {
            lines.lines().map(line -> line.split("\t")).forEach(entry -> {
                named.put(entry[0], Integer.valueOf(entry[1]));
                names.put(Integer.valueOf(entry[1]), entry[0]);
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the simulator's table of HTML entities cannot be read", e);
        }
    }

    public String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        text.codePoints().forEach(point -> {
            String name = names.get(point);
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
                ? named.get(entity.group(3))
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
