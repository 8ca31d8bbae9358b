package io.github.camelvtiger.routes.sync.draft;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.names.NearestNames;
import io.github.camelvtiger.routes.sync.draft.ColumnGuess.Certainty;
import io.github.camelvtiger.values.ServerMade;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds the field of each column of a header: by API name, label, what other systems call it, and what is alike. */
final class ColumnGuesses {

    /** So many letters may a name differ and still be meant. */
    private static final int SLIP = 2;

    /** Names of few letters are alike by chance. */
    private static final int SHORTEST = 5;

    private final List<Field> fields;
    private final Synonyms synonyms = new Synonyms();

    ColumnGuesses(ModuleDescription module) {
        fields = module.fields().stream()
                .filter(field -> field.editable() && !ServerMade.field(field.name()))
                .toList();
    }

    /** In the order of the columns; a field belongs to the column that is surest of it, and of those to the first. */
    List<ColumnGuess> of(List<String> columns) {
        Map<String, ColumnGuess> guesses = new LinkedHashMap<>();
        Set<Field> taken = new HashSet<>();
        Map<Certainty, Function<String, Stream<Field>>> ways = new LinkedHashMap<>();
        ways.put(Certainty.SURE, this::called);
        ways.put(Certainty.LIKELY, this::calledElsewhere);
        ways.put(Certainty.GUESS, this::alike);
        ways.forEach((certainty, way) -> columns.stream()
                .filter(column -> !guesses.containsKey(column))
                .forEach(column -> way.apply(column)
                        .filter(field -> !taken.contains(field))
                        .findFirst()
                        .ifPresent(field -> {
                            taken.add(field);
                            guesses.put(column, new ColumnGuess(column, Optional.of(field), certainty));
                        })));
        return columns.stream()
                .map(column -> guesses.getOrDefault(column, new ColumnGuess(column, Optional.empty(), Certainty.NONE)))
                .toList();
    }

    private Stream<Field> called(String column) {
        String folded = NearestNames.folded(column);
        return Stream.concat(
                fields.stream()
                        .filter(field -> NearestNames.folded(field.name()).equals(folded)),
                fields.stream()
                        .filter(field -> NearestNames.folded(field.label()).equals(folded)));
    }

    private Stream<Field> calledElsewhere(String column) {
        return synonyms.of(column).stream()
                .map(name -> fields.stream()
                        .filter(field -> field.name().equals(name))
                        .findFirst()
                        .orElse(null))
                .filter(Objects::nonNull);
    }

    private Stream<Field> alike(String column) {
        String folded = NearestNames.folded(column);
        return folded.length() < SHORTEST
                ? Stream.empty()
                : fields.stream().filter(field -> Stream.of(field.name(), field.label())
                        .map(NearestNames::folded)
                        .filter(name -> name.length() >= SHORTEST)
                        .anyMatch(name -> NearestNames.distance(folded, name) <= SLIP));
    }
}
