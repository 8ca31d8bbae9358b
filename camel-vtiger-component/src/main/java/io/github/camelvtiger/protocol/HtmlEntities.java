package io.github.camelvtiger.protocol;

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

/** Decodes entities of HTML as PHP does; the server answers some texts as it stores them ({@code webservice.md §6}). */
public final class HtmlEntities {

    private static final Pattern ENTITY =
            Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]*));");

    /** Those of HTML 4.01, which PHP decodes. */
    private static final Map<String, Integer> NAMED = named();

    private HtmlEntities() {}

    private static Map<String, Integer> named() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                HtmlEntities.class.getResourceAsStream("html-entities.tsv"), StandardCharsets.US_ASCII))) {
            return lines.lines()
                    .map(line -> line.split("\t"))
                    .collect(Collectors.toUnmodifiableMap(entry -> entry[0], entry -> Integer.valueOf(entry[1])));
        } catch (IOException e) {
            throw new UncheckedIOException("The component's table of HTML entities cannot be read.", e);
        }
    }

    /** The text with one level of entities less; what is not an entity stays. */
    public static String decoded(String text) {
        return text.indexOf('&') < 0
                ? text
                : ENTITY.matcher(text).replaceAll(entity -> Matcher.quoteReplacement(character(entity)));
    }

    private static String character(MatchResult entity) {
        Integer point = entity.group(3) != null
                ? NAMED.get(entity.group(3))
                : entity.group(1) != null ? Integer.valueOf(entity.group(1)) : Integer.valueOf(entity.group(2), 16);
        return point == null || point == 0 || !Character.isValidCodePoint(point)
                ? entity.group()
                : Character.toString(point);
    }
}
