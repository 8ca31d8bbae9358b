package io.github.camelvtiger.simulator.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Why an exchange still differs: one line each in {@code reasons.tsv}, the beginning of the exchange's name and the
 * reason.
 */
final class KnownReasons {

    private final Map<String, String> reasons = new LinkedHashMap<>();

    KnownReasons() {
        try (InputStream in = KnownReasons.class.getResourceAsStream("reasons.tsv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", 2))
                    .forEach(parts -> reasons.put(parts[0], parts[1]));
        } catch (IOException e) {
            throw new UncheckedIOException("reasons.tsv cannot be read", e);
        }
    }

    Optional<String> of(String exchange) {
        return reasons.entrySet().stream()
                .filter(reason -> exchange.startsWith(reason.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
