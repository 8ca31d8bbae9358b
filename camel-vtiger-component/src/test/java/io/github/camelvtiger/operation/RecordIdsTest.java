package io.github.camelvtiger.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.RecordId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordIdsTest {

    @AutoClose
    private final DefaultCamelContext context = new DefaultCamelContext();

    private final BodyReader bodies = new BodyReader("delete");
    private final RecordIds ids = new RecordIds(bodies);

    record Person(String id, String lastname) {}

    static Stream<Object> records() throws Exception {
        return Stream.of(
                Map.of("id", "12x2"),
                Map.of("id", new RecordId(12, 2)),
                Map.of("id", Optional.of("12x2")),
                "{\"id\":\"12x2\"}",
                "{\"id\":\"12x2\"}".getBytes(StandardCharsets.UTF_8),
                new ObjectMapper().readTree("{\"id\":\"12x2\"}"),
                new Person("12x2", "Nowak"));
    }

    @ParameterizedTest
    @MethodSource("records")
    void headerAndRecordMustAgreeWhenSomethingIsWritten(Object body) {
        Object element = read(body);
        assertThat(ids.toWrite(Optional.of("12x2"), element)).hasToString("12x2");
        assertThat(ids.toWrite(Optional.empty(), element)).hasToString("12x2");
        assertThat(ids.toRead(Optional.of("12x1"), element)).hasToString("12x1");
        assertThat(ids.toRead(Optional.empty(), element)).hasToString("12x2");
        assertThatThrownBy(() -> ids.toWrite(Optional.of("12x1"), element))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("12x1")
                .hasMessageContaining("12x2")
                .hasMessageContaining("removeHeader(\"CamelVtigerRecordId\")");
    }

    static Stream<Object> whatNamesNoRecord() {
        return Stream.of("12x2", "some text", 42L, true, List.of(), Map.of("lastname", "A"), new Person(null, "A"));
    }

    @ParameterizedTest
    @MethodSource("whatNamesNoRecord")
    void headerWinsBesideWhatNamesNoRecord(Object body) {
        assertThat(ids.toWrite(Optional.of("12x1"), read(body))).hasToString("12x1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " 10x5",
                "10x5 ",
                "10X5",
                "010x5",
                "10x05",
                "10x5x6",
                "+10x5",
                "10x-5",
                "10x5.0",
                "10 x5",
                "１０x５",
                "10×5",
                "10x99999999999999999999",
                "9999999999x5",
                "10x",
                "x5",
                "105",
                "10x5\n\n",
                "\n10x5",
                "10x5\t",
                "10x5'",
                "\u00a010x5",
                "10x5\u0000"
            })
    void onlyTheServersOwnFormIsAnId(String text) {
        for (Object body : Arrays.asList(text, text.getBytes(StandardCharsets.UTF_8), Map.of("id", text))) {
            assertThatThrownBy(() -> ids.toWrite(Optional.empty(), read(body)))
                    .isInstanceOf(InvalidRecordException.class)
                    .hasMessageContaining("12x34");
        }
        assertThatThrownBy(() -> ids.toWrite(Optional.of(text), null)).isInstanceOf(InvalidRecordException.class);
        assertThatThrownBy(() -> ids.toRead(Optional.of(text), null)).isInstanceOf(InvalidRecordException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10x5\n", "10x5\r\n", "10x5\r", "10x5"})
    void oneLineBreakAtTheEndOfATextIsDropped(String text) {
        assertThat(ids.toWrite(Optional.empty(), read(text))).hasToString("10x5");
        assertThat(ids.toWrite(Optional.empty(), read(text.getBytes(StandardCharsets.UTF_8))))
                .hasToString("10x5");
    }

    @Test
    void whatIsNotAnIdIsNamedInOneShortLine() {
        assertThatThrownBy(() -> ids.toRead(Optional.empty(), read("no\nid " + "x".repeat(10_000))))
                .satisfies(refused ->
                        assertThat(refused.getMessage()).hasSizeLessThan(250).doesNotContain("\n"));
    }

    @Test
    void missingIdIsSaid() {
        for (Object element : Arrays.asList(null, Map.of("lastname", "A"), Map.of("id", ""))) {
            assertThatThrownBy(() -> ids.toWrite(Optional.empty(), element))
                    .isInstanceOf(InvalidRecordException.class)
                    .hasMessageContaining("CamelVtigerRecordId");
        }
    }

    private Object read(Object body) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(body);
        return bodies.read(exchange);
    }
}
