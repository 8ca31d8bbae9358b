package io.github.camelvtiger.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the expectations that are within a check; if there are several, all must hold. */
final class ExpectationReader {

    private final Map<String, Function<JsonNode, Expectation>> kinds = new LinkedHashMap<>();

    ExpectationReader(TypeCatalogue types) {
        kinds.put("http", check -> new HttpExpectation(check.get("http")));
        kinds.put("crash", check -> HttpExpectation.CRASH);
        kinds.put("error", check -> new ErrorExpectation(check.get("error")));
        kinds.put("result", check -> new ResultExpectation(check.get("result")));
        kinds.put("record", check -> new RecordExpectation(check.get("record"), types));
        kinds.put("fields", check -> new FieldsExpectation(check.get("fields")));
        kinds.put("like", LikeExpectation::new);
        kinds.put("ids", check -> new IdsExpectation(check.get("ids"), true));
        kinds.put("sameIds", check -> new IdsExpectation(check.get("sameIds"), false));
        kinds.put("keys", check -> new KeysExpectation(check.get("keys").asText()));
        kinds.put("absent", check -> new AbsentExpectation(check.get("absent")));
        kinds.put("contains", check -> new MembersExpectation(check.get("contains"), true));
        kinds.put("lacks", check -> new MembersExpectation(check.get("lacks"), false));
        kinds.put("either", this::either);
    }

    /** @throws IllegalArgumentException if nothing is expected */
    Expectation read(JsonNode check) {
        List<Expectation> expectations = new ArrayList<>();
        kinds.forEach((name, kind) -> {
            if (check.has(name)) {
                expectations.add(kind.apply(check));
            }
        });
        if (expectations.isEmpty()) {
            throw new IllegalArgumentException("Nothing is expected of " + check);
        }
        return (answer, scene) -> expectations.stream()
                .map(expectation -> expectation.difference(answer, scene))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Expectation either(JsonNode check) {
        List<Expectation> alternatives = new ArrayList<>();
        check.get("either").forEach(alternative -> alternatives.add(read(alternative)));
        return (answer, scene) -> {
            List<String> differences = new ArrayList<>();
            for (Expectation alternative : alternatives) {
                Optional<String> difference = alternative.difference(answer, scene);
                if (difference.isEmpty()) {
                    return Optional.empty();
                }
                differences.add(difference.get());
            }
            return Optional.of(String.join("; or: ", differences));
        };
    }
}
