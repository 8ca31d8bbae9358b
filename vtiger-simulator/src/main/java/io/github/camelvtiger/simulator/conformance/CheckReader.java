package io.github.camelvtiger.simulator.conformance;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.simulator.Behaviour;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the files of checks, which lie beside this class as resources; their {@code README.md} describes the form. */
final class CheckReader {

    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.ALLOW_COMMENTS);

    private final Behaviour behaviour;
    private final ExpectationReader expectations;

    CheckReader(Behaviour behaviour, TypeCatalogue types) {
        this.behaviour = behaviour;
        expectations = new ExpectationReader(types);
    }

    /**
     * The checks for this behaviour.
     *
     * @param file such as {@code values/dates.json}
     */
    List<Check> read(String file) {
        return of(resource(file));
    }

    /** The same of checks that are not in a file. */
    List<Check> of(Iterable<? extends JsonNode> nodes) {
        String own = behaviour.toString();
        List<Check> checks = new ArrayList<>();
        for (JsonNode node : nodes) {
            if (node.path("only").asText(own).equals(own)) {
                checks.add(Check.of(node, expectations.read(node.has(own) ? node.get(own) : node)));
            }
        }
        return checks;
    }

    static TypeCatalogue types() {
        return new TypeCatalogue(resource("types.json"));
    }

    /** One of the files. */
    static JsonNode resource(String file) {
        try (InputStream in = CheckReader.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The checks " + file + " are not in the jar");
            }
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
