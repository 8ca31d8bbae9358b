package io.github.camelvtiger.intent;

import io.github.camelvtiger.names.WordForms;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A pattern of words, as the resource {@code action-phrases.txt} writes it.
 *
 * @param elements words and placeholders; of each the ones that will do
 */
record Phrase(List<List<String>> elements) {

    private static final int LONGEST_GAP = 5;

    private static final Set<String> MODULES = Set.of("{one}", "{many}", "{module}");

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

    /** Whether it begins with a word, and the name of a module is behind that. */
    boolean isOfAModule() {
        return elements.get(0).stream().noneMatch(element -> element.startsWith("{") || element.equals("^"))
                && elements.stream().flatMap(List::stream).anyMatch(MODULES::contains);
    }

    /** What only fills, and what only says which record is meant, may be between the words of a phrase, but not in front of it. */
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
                gap += fills(terms, to) ? 0 : 1;
            }
            return element + 1 == elements.size();
        }
        if (at == terms.size()) {
            return false;
        }
        return wanted.stream().anyMatch(terms.get(at)::fits) && matches(element + 1, terms, at + 1)
                || element > 0 && fills(terms, at) && matches(element, terms, at + 1)
                || element > 0 && describes(terms, at, wanted) && matches(element, terms, at + 1);
    }

    /** A word between an article and the module, such as "support" in "file a support case". */
    private static boolean describes(List<Term> terms, int at, List<String> wanted) {
        return at > 0
                && at + 1 < terms.size()
                && wanted.stream().anyMatch(MODULES::contains)
                && terms.get(at).mention() == null
                && terms.get(at).word().kind() == Word.Kind.WORD
                && terms.get(at - 1).word().text().equals("a")
                && wanted.stream().anyMatch(terms.get(at + 1)::fits);
    }

    /** Behind the name of a module in the singular, an id or a name is that of the record: "take contact 12x9 out of campaign 1x4". */
    private static boolean fills(List<Term> terms, int at) {
        Term term = terms.get(at);
        return term.isFiller()
                || at > 0 && term.fits("{id}") && terms.get(at - 1).fits("{one}");
    }
}
