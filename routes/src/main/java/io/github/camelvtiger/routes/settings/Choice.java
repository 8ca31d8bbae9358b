package io.github.camelvtiger.routes.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One of some words in small letters, in whatever case it is written. */
record Choice(List<String> words) implements Check {

    Choice(String... words) {
        this(List.of(words));
    }

    @Override
    public Optional<String> fault(String value) {
        return words.contains(normal(value))
                ? Optional.empty()
                : Optional.of("which is not one of its values; write "
                        + String.join(", ", words.subList(0, words.size() - 1)) + " or "
                        + words.get(words.size() - 1));
    }

    @Override
    public String normal(String value) {
        return value.toLowerCase(Locale.ROOT);
    }
}
