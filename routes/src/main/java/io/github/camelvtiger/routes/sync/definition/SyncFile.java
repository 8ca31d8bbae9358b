package io.github.camelvtiger.routes.sync.definition;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A sync file without faults of its own, and where in it each key is, for what is found out about it later. */
public final class SyncFile {

    private final SyncDefinition definition;
    private final Map<List<String>, Node> places = new HashMap<>();

    SyncFile(SyncDefinition definition, Node root) {
        this.definition = definition;
        places.put(List.of(), root);
        collect(List.of(), root, new IdentityHashMap<>());
    }

    public SyncDefinition definition() {
        return definition;
    }

    /** Whether the file has such a place. */
    public boolean has(List<String> path) {
        return places.containsKey(path);
    }

    /**
     * A fault at a place of the file.
     *
     * @param path keys from the top, such as {@code map}, {@code industry}, {@code values}; in a list the value itself. If it
     *     does not lead anywhere, as far as it does.
     */
    public SyncFault fault(String sentence, List<String> path) {
        List<String> found = path;
        while (!places.containsKey(found)) {
            found = found.subList(0, found.size() - 1);
        }
        return Faults.at(definition.file(), places.get(found), sentence);
    }

    /** An alias may lead back to what it is in. */
    private void collect(List<String> path, Node node, Map<Node, Boolean> seen) {
        if (seen.put(node, true) != null) {
            return;
        }
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    List<String> below = below(path, key.getValue());
                    places.put(below, key);
                    collect(below, tuple.getValueNode(), seen);
                }
            });
        } else if (node instanceof SequenceNode list) {
            list.getValue().forEach(element -> {
                if (element instanceof ScalarNode value) {
                    places.put(below(path, value.getValue()), value);
                }
            });
        } else if (node instanceof ScalarNode value) {
            places.put(below(path, value.getValue()), value);
        }
    }

    private static List<String> below(List<String> path, String key) {
        return Stream.concat(path.stream(), Stream.of(key)).toList();
    }
}
