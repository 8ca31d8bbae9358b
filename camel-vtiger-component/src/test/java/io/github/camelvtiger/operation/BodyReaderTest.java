package io.github.camelvtiger.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.client.InvalidRecordException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {

    private static final String JSON = "{\"lastname\":\"Zoë\",\"amount\":12.50}";

    @AutoClose
    private final DefaultCamelContext context = new DefaultCamelContext();

    private final BodyReader bodies = new BodyReader("create");

    static Stream<Arguments> recordsInAllForms() throws Exception {
        byte[] utf8 = JSON.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                Arguments.of("text", JSON),
                Arguments.of("bytes", utf8),
                Arguments.of("stream", new ByteArrayInputStream(utf8)),
                Arguments.of("reader", new StringReader(JSON)),
                Arguments.of("tree", new ObjectMapper().readTree(JSON)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recordsInAllForms")
    void recordComesInManyForms(String form, Object body) {
        Map<String, Object> record = bodies.record(bodies.read(exchange(body)));
        assertThat(record).containsEntry("lastname", "Zoë");
        assertThat(record.get("amount")).hasToString(form.equals("tree") ? "12.5" : "12.50");
    }

    @Test
    void pojoGivesWhatItKnows() {
        assertThat(bodies.record(new Lead("Nowak", null, LocalDate.of(2026, 1, 31))))
                .isEqualTo(Map.of("lastname", "Nowak", "birthday", LocalDate.of(2026, 1, 31)));
    }

    @Test
    void mapKeepsItsNulls() {
        Map<String, Object> cleared = new HashMap<>();
        cleared.put("phone", null);
        assertThat(bodies.record(cleared)).containsEntry("phone", null);
    }

    @Test
    void malformedJsonIsNamedByLineAndColumn() {
        assertThatThrownBy(() -> bodies.read(exchange("{\"lastname\": \"Nowak\",\n  oops}")))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("line 2, column 3")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nowak", "{\"lastname\":1} trailing"})
    void textThatIsNoJsonIsRefused(String text) {
        assertThatThrownBy(() -> bodies.record(bodies.read(exchange(text))))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("not JSON at line 1");
    }

    @Test
    void numberIsNoRecord() {
        assertThatThrownBy(() -> bodies.record(7))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("'7' is not a record");
    }

    @Test
    void emptyBodyIsNoRecord() {
        assertThatThrownBy(() -> bodies.record(bodies.read(exchange("  "))))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("no record in the body");
    }

    @ParameterizedTest
    @MethodSource("batches")
    void listsOfAllKindsAreABatch(Object body) {
        Iterator<?> elements = bodies.batch(bodies.read(exchange(body))).orElseThrow();
        List<Map<String, Object>> records = new ArrayList<>();
        elements.forEachRemaining(element -> records.add(bodies.record(element)));
        assertThat(records).containsExactly(Map.of("lastname", "A"), Map.of("lastname", "B"));
    }

    static Stream<Arguments> batches() {
        List<Map<String, String>> list = List.of(Map.of("lastname", "A"), Map.of("lastname", "B"));
        return Stream.of(
                Arguments.of(list),
                Arguments.of(list.iterator()),
                Arguments.of((Object) list.toArray()),
                Arguments.of(list.stream()),
                Arguments.of("[{\"lastname\":\"A\"},{\"lastname\":\"B\"}]"),
                Arguments.of(stream(" [{\"lastname\":\"A\"},\n{\"lastname\":\"B\"}] ")));
    }

    @Test
    void arrayOfAStreamIsReadAsFarAsNeeded() {
        Iterator<String> endless = Stream.concat(Stream.of("["), Stream.iterate("{\"lastname\":\"A\"},", text -> text))
                .iterator();
        int[] read = {0};
        InputStream body = new InputStream() {
            private String text = "";
            private int at;

            @Override
            public int read() {
                if (at == text.length()) {
                    text = endless.next();
                    at = 0;
                }
                read[0]++;
                return text.charAt(at++);
            }
        };
        Iterator<?> elements = bodies.batch(bodies.read(exchange(body))).orElseThrow();
        for (int i = 0; i < 1_000; i++) {
            assertThat(elements.hasNext()).isTrue();
            elements.next();
        }
        assertThat(read[0]).isBetween(19_000, 60_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"lastname\":\"A\"}, oops]",
                "[{\"lastname\":\"A\"}",
                "[{\"lastname\":\"A\"}] after",
                "[{\"lastname\":\"A\"}]]"
            })
    void arrayOfAStreamThatIsBrokenFailsWhereItIs(String json) {
        List<Object> elements = new ArrayList<>();
        bodies.batch(bodies.read(exchange(stream(json)))).orElseThrow().forEachRemaining(elements::add);
        assertThat(elements).hasSize(2);
        assertThat(bodies.record(elements.get(0))).containsEntry("lastname", "A");
        assertThatThrownBy(() -> bodies.record(elements.get(1)))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("line 1, column");
    }

    @Test
    void nullInAnArrayIsAnElementAndNoRecord() {
        Iterator<?> elements =
                bodies.batch(bodies.read(exchange(stream("[null, {}]")))).orElseThrow();
        assertThatThrownBy(() -> bodies.record(elements.next())).hasMessageContaining("no record");
        assertThat(bodies.record(elements.next())).isEmpty();
        assertThat(elements.hasNext()).isFalse();
    }

    private static InputStream stream(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void byteOrderMarkIsNotPartOfTheText(String charset) {
        byte[] marked = ("\uFEFF" + JSON).getBytes(Charset.forName(charset));
        assertThat(bodies.record(bodies.read(exchange(marked)))).containsEntry("lastname", "Zoë");
        assertThat(bodies.record(bodies.read(exchange(new ByteArrayInputStream(marked)))))
                .containsEntry("lastname", "Zoë");
        byte[] batch = ("\uFEFF[" + JSON + "]").getBytes(Charset.forName(charset));
        assertThat(bodies.batch(bodies.read(exchange(new ByteArrayInputStream(batch)))))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf16NeedsNoMark(String charset) {
        byte[] bytes = JSON.getBytes(Charset.forName(charset));
        assertThat(bodies.record(bodies.read(exchange(bytes)))).containsEntry("lastname", "Zoë");
        assertThat(bodies.record(bodies.read(exchange(new ByteArrayInputStream(bytes)))))
                .containsEntry("lastname", "Zoë");
    }

    @Test
    void byteOrderMarkOfATextIsNotPartOfIt() {
        assertThat(bodies.record(bodies.read(exchange("\uFEFF" + JSON)))).containsEntry("lastname", "Zoë");
        assertThat(bodies.record(bodies.read(exchange(new StringReader("\uFEFF " + JSON)))))
                .containsEntry("lastname", "Zoë");
    }

    @Test
    void encodingIsThatOfTheExchange() {
        Exchange exchange = exchange(JSON.getBytes(StandardCharsets.ISO_8859_1));
        exchange.setProperty(Exchange.CHARSET_NAME, "ISO-8859-1");
        assertThat(bodies.record(bodies.read(exchange))).containsEntry("lastname", "Zoë");
        exchange.setProperty(Exchange.CHARSET_NAME, "no such");
        assertThatThrownBy(() -> bodies.read(exchange))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("'no such'");
    }

    @Test
    void bytesOfAnotherEncodingAreRefused() {
        byte[] latin1 = JSON.getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> bodies.read(exchange(latin1)))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("not valid in its encoding")
                .hasMessageContaining("CamelCharsetName");
        assertThatThrownBy(() -> bodies.read(exchange(new ByteArrayInputStream(latin1))))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("not valid in its encoding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"lastname\":\"A\",\"lastname\":\"B\"}",
                "{\"lastname\":NaN}",
                "{\"lastname\":\"A\"}{\"lastname\":\"B\"}",
                "{\"lastname\":\"A\"},",
                "[{\"lastname\":\"A\",\"lastname\":\"B\"}]",
                "[{\"lastname\":\"A\"}] x"
            })
    void jsonThatIsNotOneValueIsRefused(String json) {
        assertThatThrownBy(() -> bodies.read(exchange(json)))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("not JSON at line 1");
        assertThatThrownBy(() -> {
                    Object body = bodies.read(exchange(stream(json)));
                    bodies.batch(body).orElseThrow().forEachRemaining(bodies::record);
                })
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("not JSON at line 1");
    }

    private Exchange exchange(Object body) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(body);
        return exchange;
    }

    record Lead(String lastname, String phone, LocalDate birthday) {}
}
