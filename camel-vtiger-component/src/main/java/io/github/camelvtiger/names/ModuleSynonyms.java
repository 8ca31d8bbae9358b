package io.github.camelvtiger.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people call modules, beside the labels that they have in the CRM. */
public final class ModuleSynonyms {

    /** By words in the singular; the likeliest module first. */
    public static final Map<String, List<String>> ALL = read();

    private ModuleSynonyms() {}

    private static Map<String, List<String>> read() {
        Map<String, List<String>> modules = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                ModuleSynonyms.class.getResourceAsStream("module-synonyms.txt"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] sides = line.split("=");
                    modules.put(sides[0].strip(), List.of(sides[1].strip().split(" +")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(modules);
    }
}
