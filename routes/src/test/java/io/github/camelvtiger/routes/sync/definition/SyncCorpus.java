package io.github.camelvtiger.routes.sync.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sync files that are right and that are wrong, for all who read them. */
final class SyncCorpus {

    static final Path GOOD = Path.of("src/test/resources/syncs/good");

    /** As the application resolves them. */
    static final UnaryOperator<String> PLACEHOLDERS = text -> {
        Map<String, String> settings = Map.of(
                "data.directory",
                "data",
                "contacts.enabled",
                "true",
                "contacts.column",
                "Last Name",
                "secret",
                "s3cret");
        return Pattern.compile("\\{\\{(.*?)}}").matcher(text).replaceAll(found -> {
            String value = settings.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException("no value for " + found.group(1));
            }
            return value;
        });
    };

    private static final Path BAD = Path.of("src/test/resources/syncs/bad.txt");
    private static final Pattern FAULT = Pattern.compile("\\d+:\\d+ .*");

    /**
     * @param schema whether the JSON Schema sees what is wrong
     * @param faults {@code line:column sentence}, the sentence in part
     */
    record Bad(String name, boolean schema, List<String> faults, String text) {

        @Override
        public String toString() {
            return name;
        }
    }

    private SyncCorpus() {}

    static Stream<Path> good() throws IOException {
        try (Stream<Path> files = Files.list(GOOD)) {
            return files.sorted().toList().stream();
        }
    }

    static Stream<Bad> bad() {
        try {
            return Arrays.stream(Files.readString(BAD).split("(?m)^=== "))
                    .skip(1)
                    .map(SyncCorpus::bad);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Bad bad(String text) {
        List<String> lines = text.lines().toList();
        String[] title = lines.get(0).split(" ");
        List<String> faults = lines.stream()
                .skip(1)
                .takeWhile(line -> FAULT.matcher(line).matches())
                .toList();
        String yaml = String.join("\n", lines.subList(1 + faults.size(), lines.size())) + "\n";
        return new Bad(title[0], title[1].equals("schema"), faults, yaml);
    }
}
