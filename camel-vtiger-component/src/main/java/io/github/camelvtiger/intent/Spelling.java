package io.github.camelvtiger.intent;

import io.github.camelvtiger.names.WordForms;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Corrects typing errors in words that are not known, by those that mean something. */
final class Spelling {

    private final ActionPhrases phrases;
    private final Set<String> meaningful;
    private final Set<String> stems = new HashSet<>();

    Spelling(ActionPhrases phrases, ModuleWords modules) {
        this.phrases = phrases;
        meaningful = new HashSet<>(phrases.meaningful());
        meaningful.addAll(modules.vocabulary());
        meaningful.forEach(word -> stems.add(WordForms.stem(word)));
    }

    List<Word> corrected(List<Word> words) {
        return words.stream().map(this::corrected).toList();
    }

    private Word corrected(Word word) {
        if (word.kind() != Word.Kind.WORD || word.isName() || word.text().length() < 4 || isKnown(word)) {
            return word;
        }
        return nearest(word.text())
                .or(() -> nearest(word.singular()))
                .map(word::corrected)
                .orElse(word);
    }

    private boolean isKnown(Word word) {
        return stems.contains(word.stem())
                || meaningful.contains(word.singular())
                || phrases.isFiller(word)
                || phrases.known().contains(word.stem());
    }

    /** People rarely miss the first letter. In a word of four, only neighbours that changed places are an error. */
    private Optional<String> nearest(String typed) {
        return meaningful.stream()
                .filter(word -> word.length() >= 4 && word.charAt(0) == typed.charAt(0))
                .filter(word -> distance(typed, word) <= (typed.length() < 8 ? 1 : 2))
                .filter(word ->
                        typed.length() > 4 || word.length() == 4 && sorted(word).equals(sorted(typed)))
                .min(Comparator.comparingInt((String word) -> distance(typed, word))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static String sorted(String word) {
        return word.chars()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** How many letters are missing, added, wrong, or have changed places with their neighbour. */
    private static int distance(String typed, String word) {
        if (Math.abs(typed.length() - word.length()) > 2) {
            return Integer.MAX_VALUE;
        }
        int[][] cost = new int[typed.length() + 1][word.length() + 1];
        for (int i = 0; i <= typed.length(); i++) {
            for (int j = 0; j <= word.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replaced = cost[i - 1][j - 1] + (typed.charAt(i - 1) == word.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1
                        && j > 1
                        && typed.charAt(i - 1) == word.charAt(j - 2)
                        && typed.charAt(i - 2) == word.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[typed.length()][word.length()];
    }
}
