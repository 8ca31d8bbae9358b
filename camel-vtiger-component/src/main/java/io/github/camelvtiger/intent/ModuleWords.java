package io.github.camelvtiger.intent;

import io.github.camelvtiger.names.ModuleSynonyms;
import io.github.camelvtiger.names.ModuleTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words that name the modules of a CRM: their API names, their labels there, and what people call them elsewhere. Of a
 * module that only this CRM has, the last word of its label will do as well.
 */
public final class ModuleWords {

    /** Modules by the words of a name in the singular, joined by blanks; what comes first counts. */
    private final Map<String, List<String>> modules = new LinkedHashMap<>();

    private final int longest;

    public ModuleWords(ModuleTypes types) {
        Set<String> standard =
                ModuleSynonyms.ALL.values().stream().flatMap(Collection::stream).collect(Collectors.toSet());
        List<String> names = types.names();
        names.forEach(name -> put(name, List.of(name)));
        names.forEach(name -> put(apart(name), List.of(name)));
        names.forEach(name -> types.labels().getOrDefault(name, List.of()).forEach(label -> put(label, List.of(name))));
        ModuleSynonyms.ALL.forEach((synonym, meant) ->
                put(synonym, meant.stream().filter(names::contains).toList()));
        names.stream().filter(name -> !standard.contains(name)).forEach(name -> types.labels()
                .getOrDefault(name, List.of())
                .forEach(label -> put(label.replaceFirst(".*\\s", ""), List.of(name))));
        longest = modules.keySet().stream()
                .mapToInt(words -> words.split(" ").length)
                .max()
                .orElse(0);
    }

    /** {@code SalesOrder} as people write it. */
    private static String apart(String name) {
        return name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ");
    }

    private void put(String name, List<String> meant) {
        String words = normal(Word.of(name.toLowerCase(Locale.ROOT)));
        if (!words.isEmpty() && !meant.isEmpty()) {
            modules.putIfAbsent(words, meant);
        }
    }

    private static String normal(List<Word> words) {
        return words.stream().map(Word::singular).collect(Collectors.joining(" "));
    }

    /** Where a text names modules; the longer of two names that overlap. */
    List<Mention> in(List<Word> words) {
        List<Mention> mentions = new ArrayList<>();
        int from = 0;
        while (from < words.size()) {
            Optional<Mention> mention = at(from, words);
            mention.ifPresent(mentions::add);
            from = mention.map(Mention::to).orElse(from + 1);
        }
        return mentions;
    }

    private Optional<Mention> at(int from, List<Word> words) {
        for (int to = Math.min(words.size(), from + longest); to > from; to--) {
            List<String> meant = modules.get(normal(words.subList(from, to)));
            if (meant != null && words.subList(from + 1, to).stream().noneMatch(Word::begins)) {
                Word last = words.get(to - 1);
                boolean many =
                        !last.text().equals(last.singular()) || last.text().equals("people");
                return Optional.of(new Mention(from, to, meant, many));
            }
        }
        return Optional.empty();
    }

    /** All words of all names, for the correction of typing errors. */
    Set<String> vocabulary() {
        Set<String> words = new HashSet<>();
        modules.keySet().forEach(name -> words.addAll(Arrays.asList(name.split(" "))));
        return words;
    }
}
