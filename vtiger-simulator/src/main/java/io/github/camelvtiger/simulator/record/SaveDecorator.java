package io.github.camelvtiger.simulator.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.metadata.Metadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Explained;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.WebserviceId;
import io.github.camelvtiger.simulator.value.ElementJson;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A save that answers with something more than the save itself: it sees what was sent, and for which module. */
abstract class SaveDecorator implements Operation {

    private static final Set<String> SAVES = Set.of("create", "update", "revise");

    private final Operation save;
    private final Metadata metadata;

    SaveDecorator(Operation save, Metadata metadata) {
        this.save = save;
        this.metadata = metadata;
    }

    /** The same operation, decorated if it saves. */
    static Operation of(Operation operation, UnaryOperator<Operation> decorated) {
        return SAVES.contains(operation.name()) ? decorated.apply(operation) : operation;
    }

    /** @return what the call answers, of what the save has answered */
    abstract Explained answer(Explained saved, ModuleMetadata module, JsonNode element);

    @Override
    public final String name() {
        return save.name();
    }

    @Override
    public final HttpMethod method() {
        return save.method();
    }

    @Override
    public final Object execute(Call call) throws InterruptedException {
        Explained saved = Explained.of(save.execute(call));
        JsonNode element = ElementJson.read(call.parameter("element"));
        return element == null
                ? saved
                : module(call, element)
                        .map(module -> answer(saved, module, element))
                        .orElse(saved);
    }

    private Optional<ModuleMetadata> module(Call call, JsonNode element) {
        String id = element.path("id").asText();
        return id.isEmpty()
                ? metadata.module(call.parameter("elementType"))
                : metadata.modulePrefixed((int) WebserviceId.of(id).prefix());
    }
}
