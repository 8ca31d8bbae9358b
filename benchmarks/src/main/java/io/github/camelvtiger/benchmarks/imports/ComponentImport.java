package io.github.camelvtiger.benchmarks.imports;

import io.github.camelvtiger.benchmarks.Crm;
import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchResult;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** The component's upsert as many rows at a time as a sync writes, without a journal. */
final class ComponentImport implements Import, AutoCloseable {

    private static final int TOGETHER = 99;

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template;

    ComponentImport(Crm crm) {
        context.addComponent("vtiger", crm.component(1));
        context.start();
        template = context.createProducerTemplate();
    }

    @Override
    public long run(Path file) throws Exception {
        long changed = 0;
        List<Map<String, Object>> rows = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",");
                rows.add(Map.of("email", cells[0], "phone", cells[1]));
                if (rows.size() == TOGETHER) {
                    changed += upsert(rows);
                }
            }
        }
        return changed + upsert(rows);
    }

    private long upsert(List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        BatchResult result = template.requestBody(
                "vtiger:upsert/Contacts?matchFields=email&failOnError=true", List.copyOf(rows), BatchResult.class);
        rows.clear();
        return result.items().stream()
                .filter(item -> item.outcome() == BatchItem.Outcome.UPDATED)
                .count();
    }

    @Override
    public void close() {
        context.stop();
    }
}
