package io.github.camelvtiger.changes;

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
 * Texts without any level of HTML entities. The server answers a text that looks like the encoding of another one with one
 * level less when that other one comes before it in the same answer ({@code webservice.md §6}); without all levels a text
 * is the same whatever comes before it.
 */
final class DecodedText {

    private static final Pattern ENTITY =
            Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]*));");

    /** Those of HTML 4.01, which PHP decodes. */
    private static final Map<String, Integer> NAMED = named();

    private DecodedText() {}

    private static Map<String, Integer> named() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                DecodedText.class.getResourceAsStream("html-entities.tsv"), StandardCharsets.US_ASCII))) {
            return lines.lines()
                    .map(line -> line.split("\t"))
                    .collect(Collectors.toUnmodifiableMap(entry -> entry[0], entry -> Integer.valueOf(entry[1])));
        } catch (IOException e) {
            throw new UncheckedIOException("The component's table of HTML entities cannot be read.", e);
        }
    }

    static String of(String text) {
        String encoded = text;
        String decoded = once(encoded);
        while (!decoded.equals(encoded)) {
            encoded = decoded;
            decoded = once(encoded);
        }
        return decoded;
    }

    private static String once(String text) {
        return text.indexOf('&') < 0
                ? text
                : ENTITY.matcher(text).replaceAll(entity -> Matcher.quoteReplacement(decoded(entity)));
    }

    private static String decoded(MatchResult entity) {
        Integer point = entity.group(3) != null
                ? NAMED.get(entity.group(3))
                : entity.group(1) != null ? Integer.valueOf(entity.group(1)) : Integer.valueOf(entity.group(2), 16);
        return point == null || point == 0 || !Character.isValidCodePoint(point)
                ? entity.group()
                : Character.toString(point);
    }
}
