package io.github.camelvtiger.routes.sync.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Keys and values of one mapping in a sync file. What is wrong with a value is a fault and the value then absent, so that
 * reading goes on and finds the other faults.
 */
final class Section {

    private static final String HINT = " If a placeholder is meant, put it in quotes: \"{{name}}\".";

    private record Entry(Node key, Node value) {}

    private final String name;
    private final Node node;
    private final Map<String, Entry> entries;
    private final Faults faults;
    private final UnaryOperator<String> placeholders;

    /**
     * @param name of the section as faults call it
     * @param placeholders resolves those in a value; throws an IllegalArgumentException if it cannot
     */
    static Optional<Section> of(String name, Node node, Faults faults, UnaryOperator<String> placeholders) {
        if (!(node instanceof MappingNode mapping)) {
            faults.add(node, capital(name) + " must have keys with values, such as 'key: value'.");
            return Optional.empty();
        }
        return Optional.of(new Section(name, mapping, faults, placeholders));
    }

    private Section(String name, MappingNode node, Faults faults, UnaryOperator<String> placeholders) {
        this.name = name;
        this.node = node;
        this.faults = faults;
        this.placeholders = placeholders;
        this.entries = entries(node);
    }

    private Map<String, Entry> entries(MappingNode mapping) {
        Map<String, Entry> found = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                faults.add(
                        tuple.getKeyNode(),
                        "A key in " + name + " must be a text."
                                + (tuple.getKeyNode() instanceof MappingNode ? HINT : ""));
            } else if (found.putIfAbsent(key.getValue(), new Entry(key, tuple.getValueNode())) != null) {
                faults.add(key, "The key '" + key.getValue() + "' is twice in " + name + "; remove one of them.");
            }
        }
        return found;
    }

    /** Makes a fault of every key that is not one of these. */
    Section allow(Collection<String> known) {
        entries.forEach((key, entry) -> {
            if (!known.contains(key)) {
                faults.add(entry.key(), "There is no key '" + key + "' in " + name + "; " + Faults.remedy(key, known));
            }
        });
        return this;
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Whether there is a key in the mapping of another key, whatever its value. */
    boolean has(String key, String inner) {
        return node(key)
                .filter(MappingNode.class::isInstance)
                .map(value -> ((MappingNode) value).getValue())
                .map(tuples -> tuples.stream()
                        .anyMatch(tuple -> tuple.getKeyNode() instanceof ScalarNode name
                                && name.getValue().equals(inner)))
                .orElse(false);
    }

    List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    Node node() {
        return node;
    }

    /** Whether the application has such a setting. */
    boolean isSet(String setting) {
        try {
            placeholders.apply("{{" + setting + "}}");
            return true;
        } catch (IllegalArgumentException unresolved) {
            return false;
        }
    }

    /** A fault at a key; at the section itself if it does not have the key. */
    void fault(String key, String sentence) {
        faults.add(has(key) ? entries.get(key).key() : node, sentence);
    }

    /** A fault at a value. */
    void fault(Scalar value, String sentence) {
        faults.add(value.node(), sentence);
    }

    /** What is wrong with the value of a key, to be continued after "The value 'x' of y ". */
    void refuse(String key, Scalar value, String problem) {
        faults.add(value.node(), "The value " + value + " of " + key + " in " + name + " " + problem);
    }

    Optional<Node> node(String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    Optional<Section> section(String key) {
        return node(key).flatMap(value -> Section.of("'" + key + "'", value, faults, placeholders));
    }

    /** As {@link #section(String)}, for a mapping that is one of several, such as the rule of a field. */
    Optional<Section> section(String key, String called) {
        return node(key).flatMap(value -> Section.of(called, value, faults, placeholders));
    }

    boolean isSection(String key) {
        return entries.get(key).value() instanceof MappingNode;
    }

    Optional<Scalar> scalar(String key) {
        return node(key).flatMap(value -> scalar(key, value));
    }

    /** A value that is not blank. */
    Optional<Scalar> text(String key) {
        return scalar(key).filter(value -> isNotBlank(key, value));
    }

    private boolean isNotBlank(String key, Scalar value) {
        if (value.value().isBlank()) {
            faults.add(value.node(), "The key '" + key + "' in " + name + " has no value; give it one, or remove it.");
            return false;
        }
        return true;
    }

    /** One value or a list of them. */
    List<Scalar> texts(String key) {
        Node value = node(key).orElse(null);
        if (!(value instanceof SequenceNode list)) {
            return text(key).map(List::of).orElse(List.of());
        }
        List<Scalar> texts = new ArrayList<>();
        for (Node element : list.getValue()) {
            scalar(key, element).filter(text -> isNotBlank(key, text)).ifPresent(text -> add(key, text, texts));
        }
        if (list.getValue().isEmpty()) {
            faults.add(value, "The list '" + key + "' in " + name + " is empty; name something, or remove it.");
        }
        return texts;
    }

    private void add(String key, Scalar text, List<Scalar> texts) {
        if (texts.stream().anyMatch(other -> other.value().equals(text.value()))) {
            refuse(key, text, "is there twice; remove one of them.");
        } else {
            texts.add(text);
        }
    }

    boolean flag(String key, boolean otherwise) {
        return scalar(key)
                .flatMap(value -> choice(key, value, List.of("true", "false"), Boolean::valueOf))
                .orElse(otherwise);
    }

    /** One of some words, as the constant of an enum that is called so. */
    <T extends Enum<T>> Optional<T> choice(String key, Class<T> words) {
        return text(key)
                .flatMap(value -> choice(
                        key,
                        value,
                        List.of(words.getEnumConstants()).stream()
                                .map(word -> word.name().toLowerCase(Locale.ROOT))
                                .toList(),
                        word -> Enum.valueOf(words, word.toUpperCase(Locale.ROOT))));
    }

    <T> Optional<T> choice(String key, Scalar value, List<String> words, Function<String, T> meaning) {
        if (words.contains(value.value())) {
            return Optional.of(meaning.apply(value.value()));
        }
        refuse(key, value, "is not one of " + String.join(", ", words) + "; write one of these.");
        return Optional.empty();
    }

    private Optional<Scalar> scalar(String key, Node value) {
        if (!(value instanceof ScalarNode scalar)) {
            faults.add(
                    value,
                    "The key '" + key + "' in " + name + " takes one value, not a "
                            + (value instanceof MappingNode ? "mapping" : "list") + "." + hint(value));
            return Optional.empty();
        }
        if (scalar.getTag().equals(Tag.NULL) && !scalar.getValue().equals("null")) {
            return Optional.of(new Scalar("", "", value));
        }
        String written = scalar.getValue();
        try {
            return Optional.of(new Scalar(written, placeholders.apply(written), value));
        } catch (IllegalArgumentException unresolved) {
            faults.add(
                    value,
                    "The value '" + written + "' of " + key + " in " + name
                            + " holds a placeholder that cannot be resolved; set what it names, or write a value.");
            return Optional.empty();
        }
    }

    /** Without quotes YAML takes a placeholder for a mapping whose key is a mapping. */
    private static String hint(Node value) {
        return value instanceof MappingNode mapping
                        && mapping.getValue().size() == 1
                        && mapping.getValue().get(0).getKeyNode() instanceof MappingNode
                ? HINT
                : "";
    }

    private static String capital(String text) {
        return text.startsWith("'")
                ? "The key " + text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
