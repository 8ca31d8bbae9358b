package io.github.camelvtiger.intent;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The modules whose fields a text names, by their labels or API names, where it names no module. */
public final class FieldWords {

    /** A field that more modules have says nothing of the module. */
    private static final int MOST_MODULES = 3;

    private final List<ModuleDescription> modules;

    public FieldWords(List<ModuleDescription> modules) {
        this.modules = modules;
    }

    /** Those with the longest name of a field in the text; none if it is one of too many modules. */
    public List<ModuleDescription> in(Intent intent) {
        String text = normal(intent.terms().stream().map(Term::word).toList());
        Map<ModuleDescription, Integer> lengths = new LinkedHashMap<>();
        modules.forEach(module -> lengths.put(module, longest(module, text)));
        int most = lengths.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<ModuleDescription> found = lengths.entrySet().stream()
                .filter(length -> length.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
        return most == 0 || found.size() > MOST_MODULES ? List.of() : found;
    }

    private static int longest(ModuleDescription module, String text) {
        return module.fields().stream()
                .flatMap(FieldWords::names)
                .filter(name -> name.length() > 3 && (" " + text + " ").contains(" " + name + " "))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static Stream<String> names(Field field) {
        return Stream.of(field.label(), field.name().replaceFirst("^cf_", "").replace('_', ' '))
                .map(name -> normal(Word.of(name.toLowerCase(Locale.ROOT))));
    }

    private static String normal(List<Word> words) {
        return words.stream().map(Word::singular).collect(Collectors.joining(" "));
    }
}
