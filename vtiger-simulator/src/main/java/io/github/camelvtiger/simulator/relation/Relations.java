package io.github.camelvtiger.simulator.relation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.metadata.JsonTree;
import io.github.camelvtiger.simulator.metadata.Lazy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All relations between modules of a fresh Vtiger 8.2.0, in the order of its answers. */
public final class Relations {

    private final Lazy<List<Relation>> relations = new Lazy<>(Relations::read);

    /** Reads the data file beside this class. */
    private static List<Relation> read() {
        try (InputStream in = Relations.class.getResourceAsStream("relations.json")) {
            List<Relation> relations = new ArrayList<>();
            new JsonTree().read(in).forEach(data -> relations.add(relation(data)));
            return List.copyOf(relations);
        } catch (IOException e) {
            throw new UncheckedIOException("the simulator's list of relations cannot be read", e);
        }
    }

    private static Relation relation(JsonNode data) {
        List<Way> ways = new ArrayList<>();
        data.get("ways").forEach(way -> ways.add(Way.parse(way.textValue())));
        return new Relation(
                data.get("from").textValue(),
                data.get("to").textValue(),
                data.get("label").textValue(),
                List.copyOf(ways),
                data.path("only").asText(""));
    }

    List<Relation> of(String module) {
        return relations.get().stream()
                .filter(relation -> relation.from().equals(module))
                .toList();
    }

    Optional<Relation> between(String from, String to, String label) {
        return of(from).stream()
                .filter(relation -> relation.to().equals(to) && relation.label().equals(label))
                .findFirst();
    }

    boolean any(String from, String to) {
        return of(from).stream().anyMatch(relation -> relation.to().equals(to));
    }
}
