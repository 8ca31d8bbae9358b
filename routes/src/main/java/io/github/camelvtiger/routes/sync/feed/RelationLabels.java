package io.github.camelvtiger.routes.sync.feed;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription;
import java.util.Map;
import java.util.Optional;

/** What the labels are that {@code relations} of a sync file names. */
public final class RelationLabels {

    private RelationLabels() {}

    /**
     * What is wrong with a label, in one sentence; empty if nothing is.
     *
     * @param types the relations of the module: label to module
     */
    public static Optional<String> fault(String label, ModuleDescription module, Map<String, String> types) {
        if (!types.containsKey(label)) {
            return Optional.of(module.name() + " has no relation '" + label + "'; "
                    + (types.isEmpty()
                            ? "it has none at all, so remove it."
                            : "its relations are " + String.join(", ", types.keySet()) + "."));
        }
        return module.field(label).isPresent() || label.equals(LineItems.FIELD)
                ? Optional.of("The relation '" + label + "' of " + module.name()
                        + " is called like one of its fields, so there is no column for it; remove it.")
                : Optional.empty();
    }
}
