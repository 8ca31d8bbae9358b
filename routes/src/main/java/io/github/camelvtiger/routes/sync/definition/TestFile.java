package io.github.camelvtiger.routes.sync.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The test cases beside a sync file: a list of rows, each with the record that is expected, or why it is rejected.
 *
 * @param cases those without faults
 */
public record TestFile(List<TestCase> cases, List<SyncFault> faults) {

    private static final List<String> KEYS = List.of("row", "record", "rejected", "skipped", "module");
    private static final List<String> RESULTS = List.of("record", "rejected", "skipped");

    /** @param typed whether values of rows have types, as in JSON; in other files they are texts */
    public static TestFile read(Path file, boolean typed) {
        Faults faults = new Faults(file);
        List<TestCase> cases = new ArrayList<>();
        try {
            Optional<Node> root = ParsedFile.compose(Files.readAllBytes(file), faults);
            if (root.isPresent() && root.get() instanceof SequenceNode list) {
                list.getValue().forEach(each -> testCase(each, typed, faults).ifPresent(cases::add));
            } else {
                root.ifPresent(other -> faults.add(other, "A file of tests is a list; begin each case with '- row:'."));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new TestFile(List.copyOf(cases), faults.found());
    }

    private static Optional<TestCase> testCase(Node node, boolean typed, Faults faults) {
        return Section.of("the case", node, faults, UnaryOperator.identity()).flatMap(section -> {
            section.allow(KEYS);
            List<String> results = RESULTS.stream().filter(section::has).toList();
            if (results.size() != 1) {
                section.fault(
                        results.isEmpty() ? "" : results.get(1),
                        "A case has one result; write one of record, rejected and 'skipped: true'.");
                return Optional.empty();
            }
            Optional<Section> row = section.section("row");
            if (!section.has("row")) {
                section.fault("", "The case has no 'row'; add one.");
            }
            Optional<Map<String, Object>> record = section.section("record").map(fields -> values(fields, false));
            Optional<String> rejected = section.text("rejected").map(Scalar::value);
            boolean skipped = section.flag("skipped", false);
            if (row.isEmpty() || record.isEmpty() && rejected.isEmpty() && !skipped) {
                return Optional.empty();
            }
            int line = node.getStartMark().orElseThrow().getLine() + 1;
            return Optional.of(new TestCase(
                    line,
                    section.text("module").map(Scalar::value),
                    values(row.get(), typed),
                    record,
                    rejected,
                    skipped));
        });
    }

    private static Map<String, Object> values(Section section, boolean typed) {
        Map<String, Object> values = new LinkedHashMap<>();
        section.keys().forEach(key -> values.put(key, value(section.node(key).orElseThrow(), typed, 0)));
        return values;
    }

    /** Aliases could make it endless. */
    private static Object value(Node node, boolean typed, int depth) {
        if (depth > 20) {
            return null;
        }
        if (node instanceof MappingNode mapping) {
            Map<String, Object> values = new LinkedHashMap<>();
            mapping.getValue()
                    .forEach(tuple -> values.put(
                            String.valueOf(value(tuple.getKeyNode(), false, depth + 1)),
                            value(tuple.getValueNode(), typed, depth + 1)));
            return values;
        }
        if (node instanceof SequenceNode list) {
            return list.getValue().stream()
                    .flatMap(each -> Stream.ofNullable(value(each, typed, depth + 1)))
                    .toList();
        }
        ScalarNode scalar = (ScalarNode) node;
        if (scalar.getTag().equals(Tag.NULL)) {
            return typed ? null : "";
        }
        return typed ? typed(scalar) : scalar.getValue();
    }

    private static Object typed(ScalarNode scalar) {
        if (scalar.getTag().equals(Tag.BOOL)) {
            return Boolean.valueOf(scalar.getValue());
        }
        boolean number = scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT);
        try {
            return number ? new BigDecimal(scalar.getValue()) : scalar.getValue();
        } catch (NumberFormatException notFinite) {
            return scalar.getValue();
        }
    }
}
