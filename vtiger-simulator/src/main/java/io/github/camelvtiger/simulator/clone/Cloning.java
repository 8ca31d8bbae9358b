package io.github.camelvtiger.simulator.clone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvtiger.simulator.metadata.Metadata;
import io.github.camelvtiger.simulator.metadata.MetadataLoader;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.metadata.RecordNumbering;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a CRM as far as the account may see it, and writes its metadata and masked records. */
final class Cloning {

    private final SourceCrm source;
    private final FieldMask mask;
    private final PrintWriter output;
    private final Metadata fresh = new MetadataLoader().load();

    /** @param output what was read, and what could not be */
    Cloning(SourceCrm source, FieldMask mask, PrintWriter output) {
        this.source = source;
        this.mask = mask;
        this.output = output;
    }

    /** @param most records of each module */
    void write(CloneWriter file, int most) throws IOException, InterruptedException {
        SourceLabels labels = new SourceLabels(source.language());
        Map<String, SourceModule> modules = modules(labels);
        List<ObjectNode> metadata = new ArrayList<>();
        modules.forEach((name, module) -> fresh.module(name)
                .ifPresentOrElse(
                        same -> metadata.addAll(module.differences(same)), () -> metadata.add(module.custom())));
        file.metadata(metadata, labels.byLanguage());
        for (Map.Entry<String, SourceModule> module : modules.entrySet()) {
            try {
                int count = records(module.getKey(), module.getValue(), file, most);
                output.printf("%s: %d records%n", module.getKey(), count);
            } catch (IOException e) {
                output.printf("%s: not all read, %s%n", module.getKey(), e.getMessage());
            }
            output.flush();
        }
    }

    private Map<String, SourceModule> modules(SourceLabels labels) throws IOException, InterruptedException {
        JsonNode types = source.types();
        Set<String> names = new LinkedHashSet<>();
        types.path("types").forEach(name -> names.add(name.asText()));
        Map<String, SourceModule> modules = new LinkedHashMap<>();
        for (String name : names) {
            try {
                JsonNode listed = types.path("information").path(name);
                JsonNode described = source.describe(name);
                modules.put(
                        name,
                        new SourceModule(described, listed.path("singular").asText(), names));
                fresh.module(name).ifPresent(same -> labels.add(same, described, listed));
            } catch (IOException e) {
                output.printf("%s: not described, %s%n", name, e.getMessage());
            }
        }
        return modules;
    }

    private int records(String name, SourceModule module, CloneWriter file, int most)
            throws IOException, InterruptedException {
        List<SourceField> described = module.fields(fresh.module(name)
                .flatMap(ModuleMetadata::numbering)
                .map(RecordNumbering::field)
                .orElse(""));
        int count = 0;
        String last = "";
        JsonNode page = page(name, last);
        // A page may be short long before the end: of inventory each item counts, and of others what is hidden.
        while (!page.isEmpty() && count < most) {
            for (JsonNode row : page) {
                if (count < most) {
                    String id = row.path("id").asText();
                    file.record(name, id, fields(name, id, described, row));
                    count++;
                }
            }
            last = page.get(page.size() - 1).path("id").asText();
            page = page(name, last);
        }
        return count;
    }

    private JsonNode page(String module, String last) throws IOException, InterruptedException {
        String after = last.isEmpty() ? "" : " WHERE id > '" + last + "'";
        return source.query("SELECT * FROM " + module + after + " ORDER BY id LIMIT 100;");
    }

    private ObjectNode fields(String module, String id, List<SourceField> described, JsonNode row) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (SourceField field : described) {
            String name = field.name();
            String value = row.path(name).asText("");
            if (!name.equals("id") && !value.isEmpty() && !row.path(name).isNull()) {
                mask.masked(module, id, field, value).ifPresent(masked -> fields.put(name, masked));
            }
        }
        return fields;
    }
}
