package io.github.camelvtiger.simulator.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.simulator.metadata.CustomMetadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.store.CrmStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPInputStream;

/** A file of the command {@code clone}: its modules and fields, and its records with the ids they have there. */
final class ClonedCrm implements Seed {

    private static final String MARK = "vtiger-clone";

    private final ObjectMapper json = new ObjectMapper();
    private final Path file;
    private final CustomMetadata metadata;

    /** @throws IllegalArgumentException for a file that is not a clone */
    ClonedCrm(Path file) {
        this.file = file;
        try (BufferedReader lines = open()) {
            metadata = CustomMetadata.of("clone \"" + file + "\"", json.readTree(lines.readLine()));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public CustomMetadata metadata() {
        return metadata;
    }

    @Override
    public void plant(CrmStore store, Instant now, RandomGenerator random) {
        ClonedRecords records = new ClonedRecords(store, random);
        try (BufferedReader lines = open()) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode record = json.readTree(line);
                Optional<ModuleMetadata> module =
                        store.metadata().module(record.path("module").asText());
                if (module.isPresent()) {
                    records.put(module.get(), record.path("id").asText(), fields(record.path("fields")));
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        records.finish();
    }

    /** Behind the first line, which says what the file is. */
    private BufferedReader open() throws IOException {
        BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
        String first = lines.readLine();
        if (first == null || json.readTree(first).path(MARK).asInt() != 1) {
            lines.close();
            throw new IOException("its first line is not {\"" + MARK + "\":1}");
        }
        return lines;
    }

    private static Map<String, String> fields(JsonNode node) {
        Map<String, String> fields = new HashMap<>();
        node.properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        return fields;
    }

    private IllegalArgumentException unreadable(IOException e) {
        return new IllegalArgumentException(
                "seed \"" + file + "\" is not a file written by the command clone: " + e.getMessage(), e);
    }
}
