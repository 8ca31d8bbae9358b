package io.github.camelvtiger.routes.sync.definition;

import io.github.camelvtiger.names.NearestNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects what is wrong in one sync file. */
final class Faults {

    private final Path file;
    private final List<SyncFault> found = new ArrayList<>();

    Faults(Path file) {
        this.file = file;
    }

    void add(Node place, String sentence) {
        found.add(at(file, place, sentence));
    }

    void add(int line, int column, String sentence) {
        found.add(new SyncFault(file, line, column, sentence));
    }

    static SyncFault at(Path file, Node place, String sentence) {
        Mark mark = place.getStartMark().orElseThrow();
        return new SyncFault(file, mark.getLine() + 1, mark.getColumn() + 1, sentence);
    }

    List<SyncFault> found() {
        return List.copyOf(found);
    }

    /** What to write instead of a name that does not exist, to be continued after a semicolon. */
    static String remedy(String meant, Collection<String> names) {
        List<String> nearest = NearestNames.of(meant, names);
        return nearest.isEmpty()
                ? "write one of " + String.join(", ", names) + "."
                : "did you mean " + String.join(" or ", nearest) + "?";
    }
}
