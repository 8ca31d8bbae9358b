package io.github.camelvtiger.simulator.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.journal.Explanation;
import io.github.camelvtiger.simulator.metadata.FieldMetadata;
import io.github.camelvtiger.simulator.metadata.Metadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.Explained;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.Printed;
import java.util.Optional;

/**
 * A save of release 8.0.0: an array as the value of a text field makes its database layer print a line before the answer
 * ({@code webservice.md §1}). How it counts the parameters of its statement is not known; here the sent values are counted.
 */
public final class ArrayPrintingSave extends SaveDecorator {

    private static final String MULTIPICKLIST = "multipicklist";

    private ArrayPrintingSave(Operation save, Metadata metadata) {
        super(save, metadata);
    }

    /** The same operation; one that saves prints its line. */
    public static Operation of(Operation operation, Metadata metadata) {
        return of(operation, save -> new ArrayPrintingSave(save, metadata));
    }

    @Override
    Explained answer(Explained saved, ModuleMetadata module, JsonNode element) {
        return arrayInText(module, element)
                .map(field -> new Explained(
                        new Printed(line(element), saved.result()),
                        new Explanation("an array was sent for the text field " + field.name(), "a text")))
                .orElse(saved);
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
