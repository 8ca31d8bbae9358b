package io.github.camelvtiger.intent;

import io.github.camelvtiger.names.WordForms;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What people say for the actions, as the resource {@code action-phrases.txt} has it. */
final class ActionPhrases {

    static final ActionPhrases ALL = new ActionPhrases();

    private final Map<String, List<Weighted>> byAction = new LinkedHashMap<>();
    private final Set<String> fillers = new HashSet<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> meaningful = new HashSet<>();

    /** @param weight how much the phrase speaks for its action */
    record Weighted(int weight, Phrase phrase) {}

    private ActionPhrases() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                ActionPhrases.class.getResourceAsStream("action-phrases.txt"), StandardCharsets.UTF_8))) {
            String action = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    action = line.substring(1, line.indexOf(']'));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    read(action, line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String action, String kind, String content) {
        List<String> words = Arrays.asList(content.strip().split("[\\s|]+"));
        switch (kind) {
            case "filler" -> words.stream().map(WordForms::stem).forEach(fillers::add);
            case "known" -> words.stream().map(WordForms::stem).forEach(known::add);
            default -> {
                for (String phrase : content.split("\\|")) {
                    byAction.computeIfAbsent(action, key -> new ArrayList<>())
                            .add(new Weighted(Integer.parseInt(kind), Phrase.of(phrase)));
                }
                words.stream().filter(word -> word.matches("\\p{L}+")).forEach(meaningful::add);
            }
        }
    }

    Map<String, List<Weighted>> byAction() {
        return byAction;
    }

    boolean isFiller(Word word) {
        return fillers.contains(word.stem());
    }

    /** Words that no correction may change, although no phrase has them. */
    Set<String> known() {
        return known;
    }

    /** The words of all phrases. */
    Set<String> meaningful() {
        return meaningful;
    }
}
