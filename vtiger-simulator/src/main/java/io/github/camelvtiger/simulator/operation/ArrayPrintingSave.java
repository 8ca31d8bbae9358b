package io.github.camelvtiger.simulator.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.journal.Explanation;
import io.github.camelvtiger.simulator.metadata.FieldMetadata;
import io.github.camelvtiger.simulator.metadata.Metadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A save of release 8.0.0: an array as the value of a text field makes its database layer print a line before the answer
 * ({@code webservice.md §1}). How it counts the parameters of its statement is not known; here the sent values are counted.
 */
public final class ArrayPrintingSave implements Operation {

    private static final Set<String> SAVES = Set.of("create", "update", "revise");
    private static final String MULTIPICKLIST = "multipicklist";

    private final Operation save;
    private final Metadata metadata;

    private ArrayPrintingSave(Operation save, Metadata metadata) {
        this.save = save;
        this.metadata = metadata;
    }

    /** The same operations, those that save with their line. */
    public static List<Operation> all(List<Operation> operations, Metadata metadata) {
        return operations.stream()
                .map(operation ->
                        SAVES.contains(operation.name()) ? new ArrayPrintingSave(operation, metadata) : operation)
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
        Explained saved = Explained.of(save.execute(call));
        JsonNode element = ElementJson.read(call.parameter("element"));
        Optional<FieldMetadata> array = module(call, element).flatMap(module -> arrayInText(module, element));
        return array.isEmpty()
                ? saved
                : new Explained(
                        new Printed(line(element), saved.result()),
                        new Explanation(
                                "an array was sent for the text field "
                                        + array.get().name(),
                                "a text"));
    }

    private Optional<ModuleMetadata> module(Call call, JsonNode element) {
        if (element == null) {
            return Optional.empty();
        }
        return name().equals("create")
                ? metadata.module(call.parameter("elementType"))
                : metadata.modulePrefixed(
                        (int) WebserviceId.of(element.path("id").asText()).prefix());
    }

    private static Optional<FieldMetadata> arrayInText(ModuleMetadata module, JsonNode element) {
        return module.fields().stream()
                .filter(field -> StoredTexts.TEXTUAL.contains(field.type())
                        && !field.type().equals(MULTIPICKLIST)
                        && element.path(field.name()).isArray())
                .findFirst();
    }

    private static String line(JsonNode element) {
        int parameters = 0;
        for (JsonNode value : element) {
            parameters += value.isArray() ? value.size() : 1;
        }
        return "Input array has " + parameters + " params, does not match query: 'insert'";
    }
}
