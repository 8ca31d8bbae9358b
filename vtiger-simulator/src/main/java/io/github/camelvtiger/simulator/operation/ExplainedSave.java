package io.github.camelvtiger.simulator.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.journal.Explanation;
import io.github.camelvtiger.simulator.journal.NearestName;
import io.github.camelvtiger.simulator.metadata.Metadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A save that says which of the sent fields the server has dropped without a word, because the module has no such field. */
public final class ExplainedSave implements Operation {

    private static final Set<String> SAVES = Set.of("create", "update", "revise");

    /** Not fields, and yet not dropped: or given out with a record, and sent back with it. */
    private static final String BESIDE_FIELDS = "LineItems.*|currency\\d+|tax\\d+.*|label|.*attachmentids|id";

    private final Operation save;
    private final Metadata metadata;

    private ExplainedSave(Operation save, Metadata metadata) {
        this.save = save;
        this.metadata = metadata;
    }

    /** The same operations, those that save explained. */
    public static List<Operation> all(List<Operation> operations, Metadata metadata) {
        return operations.stream()
                .map(operation -> SAVES.contains(operation.name()) ? new ExplainedSave(operation, metadata) : operation)
                .toList();
    }

    @Override
    public String name() {
        return save.name();
    }

    @Override
    public HttpMethod method() {
        return save.method();
    }

    @Override
    public Object execute(Call call) throws InterruptedException {
        Object saved = save.execute(call);
        JsonNode element = ElementJson.read(call.parameter("element"));
        return element == null
                ? saved
                : module(call, element)
                        .flatMap(module -> dropped(module, element))
                        .map(why -> (Object) new Explained(saved, why))
                        .orElse(saved);
    }

    private Optional<ModuleMetadata> module(Call call, JsonNode element) {
        String id = element.path("id").asText();
        return id.isEmpty()
                ? metadata.module(call.parameter("elementType"))
                : metadata.modulePrefixed((int) WebserviceId.of(id).prefix());
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
