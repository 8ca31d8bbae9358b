package io.github.camelvtiger.simulator.operation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The registered operations of a protocol. A name is registered once, so the order of registration means nothing. */
public final class Operations {

    private final Map<String, Operation> byName = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if two operations have the same name */
    public Operations(Collection<? extends Operation> operations) {
        operations.forEach(operation -> {
            if (byName.putIfAbsent(operation.name(), operation) != null) {
                throw new IllegalArgumentException("the operation " + operation.name() + " is registered twice");
            }
        });
    }

    /** @param name in lower case */
    public Optional<Operation> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Set<String> names() {
        return byName.keySet();
    }

    public void forEach(Consumer<Operation> action) {
        byName.values().forEach(action);
    }

    /** The same operations, each as the decoration has it; the name stays. */
    public Operations each(UnaryOperator<Operation> decoration) {
        return new Operations(byName.values().stream().map(decoration).toList());
    }
}
