package io.github.camelvtiger.routes.sync.definition;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The text of a sync file, in which one value at the top is replaced by another; all the rest stays as a person has written it. */
public record SyncFileText(Path file, String text) {

    /** @throws IOException if it cannot be read */
    public static SyncFileText read(Path file) throws IOException {
        return new SyncFileText(file, Files.readString(file, StandardCharsets.UTF_8));
    }

    /** What a sync of this text is known by. */
    public String sha256() {
        return ParsedFile.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The value of a key at the top, as it is written, without its quotes; empty if there is none. */
    public Optional<String> written(String key) {
        return scalar(key).map(ScalarNode::getValue);
    }

    /**
     * The text with another value of a key that has one.
     *
     * @param value of letters, digits, {@code - _ .}
     */
    public SyncFileText with(String key, String value) {
        ScalarNode node = scalar(key).orElseThrow();
        int[] points = text.codePoints().toArray();
        int begin = index(node.getStartMark());
        int end = index(node.getEndMark());
        return new SyncFileText(
                file, new String(points, 0, begin) + '"' + value + '"' + new String(points, end, points.length - end));
    }

    /** Marks count code points, without a byte order mark. */
    private int index(Optional<Mark> mark) {
        return mark.orElseThrow().getIndex() + (text.startsWith("\uFEFF") ? 1 : 0);
    }

    private Optional<ScalarNode> scalar(String key) {
        Optional<Node> root = ParsedFile.compose(text.getBytes(StandardCharsets.UTF_8), new Faults(file));
        if (root.isEmpty() || !(root.get() instanceof MappingNode mapping)) {
            return Optional.empty();
        }
        return mapping.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key))
                .map(tuple -> tuple.getValueNode())
                .filter(ScalarNode.class::isInstance)
                .map(ScalarNode.class::cast)
                .findFirst();
    }
}
