package io.github.camelvtiger.simulator.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.simulator.client.Answer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AnswerComparisonTest {

    private final Correspondence same = new Correspondence(Instant.EPOCH, Duration.ZERO);

    @Test
    void equalAnswersAgreeWholly() {
        assertThat(agreement(
                        "{\"success\":true,\"result\":{\"a\":\"1\"}}", "{\"success\":true,\"result\":{\"a\":\"1\"}}"))
                .isEqualTo(Agreement.WHOLE);
    }

    @Test
    void anotherErrorIsADifferenceInCode() {
        assertThat(agreement(
                        "{\"success\":false,\"error\":{\"message\":\"m\",\"code\":\"A\"}}",
                        "{\"success\":false,\"error\":{\"message\":\"m\",\"code\":\"B\"}}"))
                .isEqualTo(Agreement.NONE);
    }

    @Test
    void anotherMessageIsNot() {
        assertThat(agreement(
                        "{\"success\":false,\"error\":{\"message\":\"m\",\"code\":\"A\"}}",
                        "{\"success\":false,\"error\":{\"message\":\"n\",\"code\":\"A\"}}"))
                .isEqualTo(Agreement.KEYS);
    }

    @Test
    void theOrderOfKeysCountsAndSoDoesTheTypeOfAValue() {
        assertThat(agreement(
                        "{\"success\":true,\"result\":{\"a\":1,\"b\":2}}",
                        "{\"success\":true,\"result\":{\"b\":2,\"a\":1}}"))
                .isEqualTo(Agreement.CODE);
        assertThat(agreement("{\"success\":true,\"result\":{\"a\":1}}", "{\"success\":true,\"result\":{\"a\":\"1\"}}"))
                .isEqualTo(Agreement.CODE);
    }

    @Test
    void aDifferenceIsNamedByItsPath() {
        AnswerComparison comparison = AnswerComparison.of(
                json("{\"success\":true,\"result\":[{\"a\":\"x\"}]}"),
                json("{\"success\":true,\"result\":[{\"a\":\"y\"}]}"),
                same);

        assertThat(comparison.differences()).isEqualTo("/result/0/a \"x\", other \"y\"");
    }

    @Test
    void whatAServerMakesUpIsNotCompared() {
        assertThat(agreement(
                        "{\"success\":true,\"result\":{\"token\":\"a\"}}",
                        "{\"success\":true,\"result\":{\"token\":\"b\"}}"))
                .isEqualTo(Agreement.WHOLE);
    }

    @Test
    void ofABacktraceOnlyTheErrorCounts() {
        Answer one = new Answer(200, "text/html", "", "<pre>array (\n '/a.php')</pre>refused");
        Answer other = new Answer(200, "text/html", "", "<pre>array (\n '/b.php')</pre>refused");
        Answer third = new Answer(200, "text/html", "", "<pre>array (\n '/a.php')</pre>lost");

        assertThat(AnswerComparison.of(one, other, same).agreement()).isEqualTo(Agreement.WHOLE);
        assertThat(AnswerComparison.of(one, third, same).agreement()).isEqualTo(Agreement.KEYS);
    }

    private Agreement agreement(String one, String other) {
        return AnswerComparison.of(json(one), json(other), same).agreement();
    }

    private static Answer json(String body) {
        return new Answer(200, "application/json", "", body);
    }
}
