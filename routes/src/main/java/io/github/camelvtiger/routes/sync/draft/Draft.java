package io.github.camelvtiger.routes.sync.draft;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.routes.sync.draft.ColumnGuess.Certainty;
import io.github.camelvtiger.values.OwnUserFields;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;

/** A first sync file for the rows of a file, to be corrected by a person: each line says how sure it is. */
public final class Draft {

    private final ModuleDescription module;
    private final List<ColumnGuess> guesses;

    /** @param columns of the file */
    public Draft(ModuleDescription module, List<String> columns) {
        this.module = module;
        this.guesses = new ColumnGuesses(module).of(columns);
    }

    /** How many columns are sure, likely, guessed, and without a field. */
    public Map<String, Long> certainties() {
        return guesses.stream()
                .collect(Collectors.groupingBy(
                        guess -> guess.certainty().name().toLowerCase(Locale.ROOT),
                        TreeMap::new,
                        Collectors.counting()));
    }

    /** @param directory from which files are to be read */
    public String text(String directory) {
        return Stream.of(
                        Stream.of(
                                "# yaml-language-server: $schema=../docs/sync.schema.json",
                                "# A draft: check each line, then see what it does with 'sync check' and 'sync plan'.",
                                "from: { file: " + scalar(directory) + " }",
                                "to: { crm: " + module.name() + " }"
                                        + match().map(field -> " # and match: [" + field + "] to update what is there")
                                                .findFirst()
                                                .orElse(""),
                                "map:"),
                        lines(guesses.stream().filter(guess -> guess.certainty() != Certainty.NONE), Draft::rule),
                        missing()
                                .map(field -> "  # " + field.name() + ": { value: \"\" } # " + field.label()
                                        + " is mandatory, and no column is like it"),
                        lines(
                                guesses.stream().filter(guess -> guess.certainty() == Certainty.NONE),
                                guess -> "  # FIELD: " + scalar(guess.column()) + " # "
                                        + guess.certainty().text()),
                        Stream.of("# Columns to be left out on purpose:", "# ignore: []"))
                .flatMap(Function.identity())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static Stream<String> lines(Stream<ColumnGuess> guesses, Function<ColumnGuess, String> line) {
        return guesses.map(line);
    }

    private static String rule(ColumnGuess guess) {
        Field field = guess.field().orElseThrow();
        String column = scalar(guess.column());
        String value =
                switch (field.type()) {
                    case "owner" -> "{ from: " + column + ", owner: true }";
                    case "reference" -> "{ from: " + column + ", reference: " + key(field) + " }";
                    default -> column;
                };
        return "  " + (guess.certainty() == Certainty.GUESS ? "# " : "") + field.name() + ": " + value + " # "
                + guess.certainty().text();
    }

    /** By what people call a record; for others the file's author says it. */
    private static String key(Field field) {
        return field.refersTo().contains("Accounts")
                ? "accountname"
                : field.refersTo().contains("Vendors") ? "vendorname" : "FIELD";
    }

    private Stream<Field> missing() {
        return module.fields().stream()
                .filter(field -> field.mandatory() && field.editable() && !OwnUserFields.contain(module.name(), field))
                .filter(field -> guesses.stream()
                        .filter(guess -> guess.certainty() != Certainty.GUESS)
                        .noneMatch(guess -> guess.field().filter(field::equals).isPresent()));
    }

    private Stream<String> match() {
        return guesses.stream()
                .filter(guess -> guess.certainty() != Certainty.GUESS)
                .flatMap(guess -> guess.field().stream())
                .filter(field -> field.type().equals("email"))
                .map(Field::name);
    }

    /** Quoted where YAML would take it for something else. */
    private static String scalar(String text) {
        DumpSettings settings = DumpSettings.builder()
                .setWidth(Integer.MAX_VALUE)
                .setMultiLineFlow(false)
                .build();
        String dumped = new Dump(settings).dumpToString(List.of(text)).strip();
        return dumped.substring(1, dumped.length() - 1);
    }
}
