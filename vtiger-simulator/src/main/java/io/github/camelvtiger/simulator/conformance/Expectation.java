package io.github.camelvtiger.simulator.conformance;

import io.github.camelvtiger.simulator.client.Answer;
import java.util.Optional;

/** What an answer is held to. */
@FunctionalInterface
interface Expectation {

    /**
     * The first difference, empty if the answer is as expected.
     *
     * @throws MissingNeed if the expectation names what no earlier check got
     */
    Optional<String> difference(Answer answer, Scene scene);
}
