package io.github.camelvtiger.intent;

import io.github.camelvtiger.names.WordForms;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a text, or what counts as one.
 *
 * @param text in lower case
 * @param isName whether it begins with a capital letter that is not due to its place, or was quoted
 * @param begins whether it is the first one, or a mark of punctuation is in front of it
 */
record Word(String text, Kind kind, boolean isName, boolean begins) {

    /** A text that was pasted is not read to its end. */
    private static final int MOST_CHARACTERS = 4_000;

    private static final int MOST_WORDS = 200;

    private static final int SHORTEST_PHONE_NUMBER = 7;

    private static final Pattern EMAIL_THE_WORD = Pattern.compile("(?i)\\be[- ](mails?|mailed|mailing)\\b");
    private static final Pattern PRONOUN_IS =
            Pattern.compile("(?i)\\b(who|what|where|when|how|there|it|that|he|she)['’]s\\b");
    private static final Pattern POSSESSIVE = Pattern.compile("(?i)(?<=\\p{L})['’]s\\b");
    private static final Pattern SHORT_FORM = Pattern.compile("(?i)(?<=\\p{L})['’](m|re|ve|ll|d)\\b");

    private static final Pattern WORD = Pattern.compile("(?<id>\\b\\d{1,9}x\\d{1,18}\\b)"
            + "|(?<email>[^\\s@\"'<>,;:]+@[^\\s@\"'<>,;:]+\\.\\p{L}{2,})"
            + "|(?<date>\\d{4}-\\d{2}-\\d{2})"
            + "|(?<phone>\\+?\\(?\\d[\\d ()/.-]{4,}\\d)"
            + "|[\"“„«](?<quoted>[^\"”“»]{1,200})[\"”“»]"
            + "|(?<number>\\d[\\d.,]*)"
            + "|(?<word>[\\p{L}\\p{N}\\p{M}]+)");

    private static final Pattern PUNCTUATION = Pattern.compile("[.!?:;,()–—]| - ");
    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.!?:]");

    enum Kind {
        WORD,
        ID,
        EMAIL,
        PHONE,
        NUMBER,
        QUOTED
    }

    static List<Word> of(String text) {
        String plain =
                Normalizer.normalize(text.substring(0, Math.min(text.length(), MOST_CHARACTERS)), Normalizer.Form.NFKC);
        plain = EMAIL_THE_WORD.matcher(plain).replaceAll("e$1");
        plain = PRONOUN_IS.matcher(plain).replaceAll("$1 is");
        plain = SHORT_FORM.matcher(POSSESSIVE.matcher(plain).replaceAll("")).replaceAll("");
        boolean shouted = plain.equals(plain.toUpperCase(Locale.ROOT));
        List<Word> words = new ArrayList<>();
        Matcher found = WORD.matcher(plain);
        int end = 0;
        while (words.size() < MOST_WORDS && found.find()) {
            String before = plain.substring(end, found.start());
            boolean begins = words.isEmpty() || PUNCTUATION.matcher(before).find();
            boolean opens = words.isEmpty() || END_OF_SENTENCE.matcher(before).find();
            Kind kind = kind(found);
            String word = kind == Kind.QUOTED ? found.group("quoted") : found.group();
            boolean capital = Character.isUpperCase(word.codePointAt(0)) && !opens && !shouted;
            boolean isName = kind == Kind.QUOTED || kind == Kind.WORD && capital;
            String small = word.toLowerCase(Locale.ROOT);
            words.add(new Word(small.equals("an") ? "a" : small, kind, isName, begins));
            end = found.end();
        }
        return words;
    }

    private static Kind kind(Matcher found) {
        if (found.group("id") != null) {
            return Kind.ID;
        }
        if (found.group("email") != null) {
            return Kind.EMAIL;
        }
        if (found.group("phone") != null) {
            return isPhone(found.group("phone")) ? Kind.PHONE : Kind.NUMBER;
        }
        if (found.group("quoted") != null) {
            return Kind.QUOTED;
        }
        return found.group("word") == null ? Kind.NUMBER : Kind.WORD;
    }

    /** An amount has as many digits, but none of the marks; and the number of a document often begins with its year. */
    private static boolean isPhone(String number) {
        return number.replaceAll("\\D", "").length() >= SHORTEST_PHONE_NUMBER
                && number.matches("[+(0].*|.*[ ()/-].*")
                && !number.matches("(19|20)\\d\\d[ /.-]\\d+");
    }

    String singular() {
        return WordForms.singular(text);
    }

    String stem() {
        return WordForms.stem(text);
    }

    Word corrected(String other) {
        return new Word(other, kind, isName, begins);
    }
}
