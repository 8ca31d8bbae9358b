package io.github.camelvtiger.upsert;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Texts as the CRM's database compares them: {@code utf8_general_ci}, the collation of all tables of a Vtiger
 * ({@code webservice.md §7}). Case and most accents make no difference, spaces at the end neither. The classes of equal
 * characters are data, as MariaDB 10.11 gives them.
 */
public final class ServerCollation {

    private static final char[] FOLDED = folded();

    private ServerCollation() {}

    /** A text that is equal to that of another text exactly when the database takes the two for equal. */
    public static String key(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        StringBuilder key = new StringBuilder(end);
        for (int i = 0; i < end; i++) {
            key.append(FOLDED[text.charAt(i)]);
        }
        return key.toString();
    }

    private static char[] folded() {
        char[] folded = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < folded.length; c++) {
            folded[c] = (char) c;
        }
        try (InputStream resource = ServerCollation.class.getResourceAsStream("utf8_general_ci.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            lines.lines().forEach(equal -> equal.chars().forEach(c -> folded[c] = equal.charAt(0)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folded;
    }
}
