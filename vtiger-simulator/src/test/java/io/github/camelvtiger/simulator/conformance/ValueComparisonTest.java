package io.github.camelvtiger.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueComparisonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '#',
            value = {
                "{'a':'1','b':'2'}; {'a':'1','b':'2'}",
                "[1.50]; [1.5]",
                "'~time'; '2026-11-24 10:00:00'",
                "'~after:2026-11-24 10:00:00'; '2026-11-24 10:00:01'",
                "'~id:12'; '12x7'",
                "'~number'; 5",
                "'~re:CON[0-9]+'; 'CON17'",
                "{'a':'1'}; {'a':'1','cf_901':'x'}"
            })
    void theSame(String expected, String actual) throws JsonProcessingException {
        assertThat(difference(expected, actual)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '#',
            value = {
                "{'a':'1','b':'2'}; {'b':'2','a':'1'}; answer: order of keys: at 0 expected a, got b",
                "{'a':'1'}; {'a':'1','b':'2'}; answer: keys missing [], too many [b]",
                "{'a':'1'}; {'b':'1'}; answer: keys missing [a], too many [b]",
                "{'a':'1'}; {'a':1}; answer.a: expected \"1\", got 1",
                "[1,2]; [1]; answer: expected 2 elements, got 1: [1]",
                "'~time'; '2026-11-24'; answer: expected \"~time\", got \"2026-11-24\"",
                "'~after:2026-11-24 10:00:00'; '2026-11-24 10:00:00';"
                        + " answer: expected \"~after:2026-11-24 10:00:00\", got \"2026-11-24 10:00:00\"",
                "'~id:12'; '11x7'; answer: expected \"~id:12\", got \"11x7\"",
                "'~number'; '5'; answer: expected \"~number\", got \"5\"",
                "{'cf_901':'x'}; {'cf_901':'y'}; answer.cf_901: expected \"x\", got \"y\""
            })
    void theDifference(String expected, String actual, String difference) throws JsonProcessingException {
        assertThat(difference(expected, actual)).isEqualTo(difference);
    }

    @Test
    void aLongValueIsCut() throws JsonProcessingException {
        assertThat(difference("'a'", "'" + "x".repeat(1000) + "'")).endsWith("… (1002 characters)");
    }

    private static String difference(String expected, String actual) throws JsonProcessingException {
        return ValueComparison.difference(
                        "answer", JSON.readTree(expected.replace('\'', '"')), JSON.readTree(actual.replace('\'', '"')))
                .orElse("");
    }
}
