package io.github.camelvtiger.routes.sync.definition;

import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A value of a sync file.
 *
 * @param written as it is in the file; faults show this form, since a placeholder may name a secret
 * @param value with its placeholders resolved
 */
record Scalar(String written, String value, Node node) {

    @Override
    public String toString() {
        return "'" + written + "'";
    }
}
