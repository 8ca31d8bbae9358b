package io.github.camelvtiger.simulator.clone;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces each word by an invented one of the same shape: letter for letter, digit for digit, capitals and signs stay
 * where they are. The same word has the same mask, whatever its capitals, so equal values stay equal. The key is of this
 * object alone: without it a word cannot be found out by masking many. For one thread.
 */
final class Mask {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String VOWELS = "aeiou";
    private static final String CONSONANTS = "bcdfghjklmnpqrstvwz";
    private static final String OTHERS = "äåçéèëíłñòöøšúüž";
    private static final Set<String> SCHEMES = Set.of("http", "https", "ftp", "ftps");

    /** Besides letters and digits. */
    private static final Set<Integer> OF_WORDS = Set.of(
            (int) Character.NON_SPACING_MARK,
            (int) Character.COMBINING_SPACING_MARK,
            (int) Character.ENCLOSING_MARK,
            (int) Character.OTHER_NUMBER,
            (int) Character.PRIVATE_USE,
            (int) Character.UNASSIGNED,
            (int) Character.SURROGATE);

    private static final String INVENTED_DOMAIN = ".example";

    private final Mac mac;

    Mask(byte[] key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM + ", which masks the values of a clone", e);
        }
    }

    String text(String text) {
        StringBuilder masked = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int end = endOfWord(text, i);
            if (end > i) {
                masked.append(word(text.substring(i, end)));
                i = end;
            } else {
                masked.append(text.charAt(i++));
            }
        }
        return masked.toString();
    }

    private static int endOfWord(String text, int start) {
        int end = start;
        while (end < text.length() && isOfWord(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    /** Letters, digits and what is written on or below them; and all that is so rare that it could identify a person. */
    private static boolean isOfWord(int point) {
        return Character.isLetterOrDigit(point)
                || Character.isAlphabetic(point)
                || point >= Character.MIN_SUPPLEMENTARY_CODE_POINT
                || OF_WORDS.contains(Character.getType(point));
    }

    /** Ends in a reserved domain. */
    String email(String address) {
        int at = address.lastIndexOf('@');
        return at < 0 ? text(address) : text(address.substring(0, at)) + "@" + domain(address.substring(at + 1));
    }

    /** Only a scheme that everybody uses stays. */
    String url(String url) {
        int colon = url.indexOf("://");
        boolean common = colon > 0 && SCHEMES.contains(url.substring(0, colon).toLowerCase(Locale.ROOT));
        int host = common ? colon + 3 : 0;
        int path = url.indexOf('/', host);
        String name = path < 0 ? url.substring(host) : url.substring(host, path);
        return url.substring(0, host) + domain(name) + (path < 0 ? "" : text(url.substring(path)));
    }

    private String domain(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? text(name) : text(name.substring(0, dot)) + INVENTED_DOMAIN;
    }

    private String word(String word) {
        byte[] random = mac.doFinal(word.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        int[] points = word.codePoints().toArray();
        StringBuilder masked = new StringBuilder(points.length);
        for (int i = 0; i < points.length; i++) {
            // Words longer than the hash go on with the hash of what came before.
            if (i > 0 && i % random.length == 0) {
                random = mac.doFinal(random);
            }
            masked.append(letter(points[i], i % 2 == 1, random[i % random.length] & 0xff));
        }
        return masked.toString();
    }

    private static char letter(int original, boolean vowel, int random) {
        if (Character.isDigit(original)) {
            return (char) ('0' + random % 10);
        }
        String letters = original >= 128 ? OTHERS : vowel ? VOWELS : CONSONANTS;
        char masked = letters.charAt(random % letters.length());
        return Character.isUpperCase(original) ? Character.toUpperCase(masked) : masked;
    }
}
