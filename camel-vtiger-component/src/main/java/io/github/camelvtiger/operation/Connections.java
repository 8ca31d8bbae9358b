package io.github.camelvtiger.operation;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * The connections of the application.
 *
 * @param source finds them at each call: beans may come later
 * @param clock this machine's, with which those of the CRMs are compared
 */
public record Connections(Supplier<List<NamedConnection>> source, InstantSource clock) {

    List<NamedConnection> all() {
        return source.get();
    }
}
