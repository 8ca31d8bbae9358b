package io.github.camelvtiger.intent;

import io.github.camelvtiger.names.WordForms;
import java.util.Arrays;
import java.util.List;

/**
 * A pattern of words, as the resource {@code action-phrases.txt} writes it.
 *
 * @param elements words and placeholders; of each the ones that will do
 */
record Phrase(List<List<String>> elements) {

    private static final int LONGEST_GAP = 4;

    static Phrase of(String text) {
        return new Phrase(Arrays.stream(text.strip().split("\\s+"))
                .map(element -> Arrays.stream(element.split("/"))
                        .map(word -> word.matches("\\p{L}+") ? WordForms.stem(word.equals("an") ? "a" : word) : word)
                        .toList())
                .toList());
    }

    boolean matches(List<Term> terms, int from) {
        if (!elements.get(0).contains("^")) {
            return matches(0, terms, from);
        }
        return terms.subList(0, from).stream().allMatch(Term::isFiller) && matches(1, terms, from);
    }

    /** Whether it is a single word that may be a verb or a noun. */
    boolean isWord() {
        return elements.size() == 1 && !elements.get(0).get(0).startsWith("{");
    }

    /** What only fills may be between the words of a phrase, but not in front of it. */
    private boolean matches(int element, List<Term> terms, int at) {
        if (element == elements.size()) {
            return true;
        }
        List<String> wanted = elements.get(element);
        if (wanted.contains("*")) {
            int gap = 0;
            for (int to = at; to < terms.size() && gap <= LONGEST_GAP; to++) {
                if (matches(element + 1, terms, to)) {
                    return true;
                }
                gap += terms.get(to).isFiller() ? 0 : 1;
            }
            return element + 1 == elements.size();
        }
        if (at == terms.size()) {
            return false;
        }
        Term term = terms.get(at);
        return wanted.stream().anyMatch(term::fits) && matches(element + 1, terms, at + 1)
                || term.isFiller() && element > 0 && matches(element, terms, at + 1);
    }
}
