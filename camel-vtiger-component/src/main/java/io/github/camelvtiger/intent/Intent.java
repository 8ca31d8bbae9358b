package io.github.camelvtiger.intent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a user wants to do, in words: how much the words speak for each action, and which modules they name. */
public final class Intent {

    /** How much more the first phrase of a text counts: who says "delete the account I made" wants to delete. */
    private static final double FIRST = 1.5;

    /** How much less the second phrase for an action counts, and each after it: many words must not outweigh a clear one. */
    private static final double NEXT = 0.5;

    /** A weight that speaks for an action by itself. */
    private static final int CLEAR = 3;

    /** Behind these words comes what something belongs to, or is done with. */
    private static final Set<String> PREPOSITIONS = Set.of(
            "of",
            "for",
            "from",
            "to",
            "at",
            "with",
            "by",
            "via",
            "per",
            "on",
            "in",
            "under",
            "about",
            "into",
            "off",
            "belonging",
            "whose",
            "between",
            "without",
            "has",
            "have",
            "through",
            "using",
            "as");

    /** Behind these words a verb may be what is asked for. */
    private static final Set<String> ASKING = Set.of("and", "or", "to", "then", "but", "again", "not");

    private final List<Term> terms;

    public Intent(String text, ModuleWords modules) {
        List<Word> words = new Spelling(ActionPhrases.ALL, modules).corrected(Word.of(text));
        terms = terms(words, modules.in(words));
    }

    private static List<Term> terms(List<Word> words, List<Mention> mentions) {
        List<Term> read = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            int here = at;
            Optional<Mention> mention =
                    mentions.stream().filter(it -> it.from() == here).findFirst();
            at = mention.map(Mention::to).orElse(at + 1);
            Word word = words.get(at - 1);
            read.add(new Term(
                    word, word.stem(), mention.orElse(null), mention.isEmpty() && ActionPhrases.ALL.isFiller(word)));
        }
        return read;
    }

    /** Modules that may be meant, the likeliest first; none if the words name none. */
    public List<String> modules() {
        return subject().map(term -> term.mention().modules()).orElse(List.of());
    }

    /** Whether the named module is that of several records that belong to another one, as in "tickets of a contact". */
    public boolean isAboutRelated() {
        return subject()
                .map(Term::mention)
                .filter(subject -> subject.many()
                        || named().anyMatch(term -> !term.mention().equals(subject)))
                .isPresent();
    }

    List<Term> terms() {
        return terms;
    }

    private Optional<Term> subject() {
        List<Integer> free = IntStream.range(0, terms.size())
                .filter(at -> terms.get(at).mention() != null && !isBehindPreposition(at) && !isVerb(at))
                .boxed()
                .toList();
        return free.stream()
                .filter(at -> hasId(at) && !isJoined(at))
                .findFirst()
                .or(() -> free.stream().findFirst())
                .map(terms::get)
                .or(() -> named().findFirst());
    }

    /** In "file a case" the first word is not a document, but what is to be done with the case. */
    private boolean isVerb(int at) {
        return ActionPhrases.ALL.byAction().values().stream()
                .flatMap(List::stream)
                .map(ActionPhrases.Weighted::phrase)
                .anyMatch(phrase -> phrase.isOfAModule() && phrase.matches(terms, at));
    }

    private boolean hasId(int at) {
        return at + 1 < terms.size() && terms.get(at + 1).word().kind() == Word.Kind.ID;
    }

    private boolean isJoined(int at) {
        return at > 0 && terms.get(at - 1).word().text().equals("and");
    }

    private Stream<Term> named() {
        return terms.stream().filter(term -> term.mention() != null);
    }

    /** An adjective or two may be between; but behind "to", another word is a verb. */
    private boolean isBehindPreposition(int at) {
        boolean adjacent = true;
        for (int before = at - 1; before >= 0 && before >= at - 3; before--) {
            Term term = terms.get(before);
            if (PREPOSITIONS.contains(term.word().text())) {
                return adjacent || !term.word().text().equals("to");
            }
            if (term.mention() != null) {
                return false;
            }
            adjacent &= term.isFiller() || term.word().text().equals("a");
        }
        return false;
    }

    /** How much the words speak for each action, by its key; only those for which they do. */
    public Map<String, Double> scores() {
        Map<String, Map<Integer, Double>> found = new LinkedHashMap<>();
        ActionPhrases.ALL.byAction().forEach((action, phrases) -> {
            Map<Integer, Double> weights = new LinkedHashMap<>();
            for (ActionPhrases.Weighted weighted : phrases) {
                for (int at = 0; at < terms.size(); at++) {
                    if (weighted.phrase().matches(terms, at)) {
                        weights.merge(at, weight(weighted, at), Math::max);
                    }
                }
            }
            if (!weights.isEmpty()) {
                found.put(action, weights);
            }
        });
        int first = found.values().stream()
                .flatMap(weights -> weights.entrySet().stream())
                .filter(at -> at.getValue() >= CLEAR && mayAsk(at.getKey()))
                .mapToInt(Map.Entry::getKey)
                .min()
                .orElse(-1);
        Map<String, Double> scores = new LinkedHashMap<>();
        found.forEach((action, weights) -> scores.put(action, score(weights, first)));
        return scores;
    }

    /** A single word counts half where it is probably not what is asked for: "behind schedule" schedules nothing. */
    private double weight(ActionPhrases.Weighted weighted, int at) {
        return weighted.phrase().isWord() && !mayAsk(at) ? weighted.weight() * 0.5 : weighted.weight();
    }

    private boolean mayAsk(int at) {
        if (at == 0 || terms.get(at).word().begins()) {
            return true;
        }
        Term before = terms.get(at - 1);
        return before.isFiller() || ASKING.contains(before.word().text());
    }

    private static double score(Map<Integer, Double> weights, int first) {
        List<Double> best = weights.entrySet().stream()
                .map(at -> at.getKey() == first ? at.getValue() * FIRST : at.getValue())
                .sorted(Comparator.reverseOrder())
                .toList();
        double score = 0;
        double part = 1;
        for (double weight : best) {
            score += weight * part;
            part *= NEXT;
        }
        return score;
    }
}
