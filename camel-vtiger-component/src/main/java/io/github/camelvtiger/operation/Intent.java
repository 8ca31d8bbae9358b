package io.github.camelvtiger.operation;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a user wants to do, in words. */
final class Intent {

    /**
     * Names under which a module is known.
     *
     * @param name API name
     * @param labels as people call it, singular and plural
     */
    record ModuleNames(String name, List<String> labels) {}

    private final Set<String> words;

    Intent(String text) {
        this.words = Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The actions that a word speaks for, best first; all of them when no word speaks for any. */
    List<CrmAction> rank() {
        List<CrmAction> found = Arrays.stream(CrmAction.values())
                .filter(action -> matches(action) > 0)
                .sorted(Comparator.comparing(this::matches).reversed())
                .toList();
        return found.isEmpty() ? List.of(CrmAction.values()) : found;
    }

    private long matches(CrmAction action) {
        return words.stream().filter(action.words()::contains).count();
    }

    /** The module that the words name; of several the one with the longest name, since it says more. */
    Optional<String> module(Collection<ModuleNames> modules) {
        return modules.stream()
                .filter(module -> module.labels().stream().anyMatch(this::names))
                .map(ModuleNames::name)
                .max(Comparator.comparingInt(String::length));
    }

    private boolean names(String label) {
        List<String> parts = Arrays.stream(label.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(part -> !part.isEmpty())
                .toList();
        return !parts.isEmpty() && words.containsAll(parts);
    }
}
