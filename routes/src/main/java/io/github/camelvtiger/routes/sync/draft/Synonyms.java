package io.github.camelvtiger.routes.sync.draft;

import io.github.camelvtiger.names.NearestNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** What other systems call the fields of people and companies, as their exports do. */
final class Synonyms {

    private final Map<String, List<String>> fields = new HashMap<>();

    Synonyms() {
        Properties properties = new Properties();
        try (InputStream resource = Synonyms.class.getResourceAsStream("synonyms.properties");
                Reader reader = new InputStreamReader(resource, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        properties.stringPropertyNames().stream().sorted().forEach(names -> {
            List<String> apiNames = Arrays.asList(names.split("/"));
            for (String column : properties.getProperty(names).split("\\|")) {
                fields.computeIfAbsent(NearestNames.folded(column), key -> new ArrayList<>())
                        .addAll(apiNames);
            }
        });
    }

    /** API names of fields that a column may be, likeliest first. */
    List<String> of(String column) {
        return fields.getOrDefault(NearestNames.folded(column), List.of());
    }
}
