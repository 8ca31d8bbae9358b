package io.github.camelvtiger.simulator.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.journal.Explanation;
import io.github.camelvtiger.simulator.journal.NearestName;
import io.github.camelvtiger.simulator.metadata.Metadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.Explained;
import io.github.camelvtiger.simulator.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A save that says which of the sent fields the server has dropped without a word, because the module has no such field. */
public final class ExplainedSave extends SaveDecorator {

    /** Not fields, and yet not dropped: or given out with a record, and sent back with it. */
    private static final String BESIDE_FIELDS = "LineItems.*|currency\\d+|tax\\d+.*|label|.*attachmentids|id";

    private ExplainedSave(Operation save, Metadata metadata) {
        super(save, metadata);
    }

    /** The same operation; one that saves is explained. */
    public static Operation of(Operation operation, Metadata metadata) {
        return of(operation, save -> new ExplainedSave(save, metadata));
    }

    @Override
    Explained answer(Explained saved, ModuleMetadata module, JsonNode element) {
        return dropped(module, element)
                .map(why -> new Explained(saved.result(), why))
                .orElse(saved);
    }

    private static Optional<Explanation> dropped(ModuleMetadata module, JsonNode element) {
        List<String> dropped = new ArrayList<>();
        element.fieldNames().forEachRemaining(name -> {
            if (module.fieldIndex(name) < 0 && !name.matches(BESIDE_FIELDS)) {
                dropped.add(name);
            }
        });
        if (dropped.isEmpty()) {
            return Optional.empty();
        }
        List<String> nearest = dropped.stream()
                .flatMap(name -> NearestName.of(name, module.indexes().keySet()).stream()
                        .map(near -> near + " instead of " + name))
                .toList();
        return Optional.of(new Explanation(
                module.name() + " has no field " + String.join(", ", dropped) + ": dropped",
                String.join(", ", nearest)));
    }
}
