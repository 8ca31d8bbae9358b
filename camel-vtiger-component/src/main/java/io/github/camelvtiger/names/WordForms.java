package io.github.camelvtiger.names;

import java.util.regex.Pattern;

/** English words without their endings, as far as it takes to find one form by another. Words are in lower case. */
public final class WordForms {

    private static final Pattern HISSING_PLURAL = Pattern.compile(".+(x|ss|us|sh|ch|zz)es");
    private static final Pattern DOUBLED = Pattern.compile("(.+)([^aeiou])\\2");

    private WordForms() {}

    /** Of a noun in the plural; another word as it is, or nearly so. */
    public static String singular(String word) {
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (HISSING_PLURAL.matcher(word).matches()) {
            return word.substring(0, word.length() - 2);
        }
        return word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")
                ? word.substring(0, word.length() - 1)
                : word;
    }

    /**
     * The same for the forms {@code make, makes, making} of a verb, which have one stem. Participles of the past keep theirs:
     * {@code leads created today} asks for none to be created.
     */
    public static String stem(String word) {
        String stem = singular(word);
        if (stem.endsWith("ing") && stem.length() > 5) {
            stem = stem.substring(0, stem.length() - 3);
        }
        stem = DOUBLED.matcher(stem).replaceFirst("$1$2");
        return stem.endsWith("e") && stem.length() > 3 ? stem.substring(0, stem.length() - 1) : stem;
    }
}
