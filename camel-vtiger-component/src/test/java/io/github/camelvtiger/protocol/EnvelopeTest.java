package io.github.camelvtiger.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.http.AnswerLimit;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

    @Test
    void aSuccessIsItsResult() {
        assertThat(find("{\"success\":true,\"result\":{\"id\":\"12x3\",\"amount\":0.10,\"tags\":[]}}"))
                .hasValueSatisfying(envelope -> {
                    assertThat(envelope.success()).isTrue();
                    assertThat(envelope.start()).isZero();
                    assertThat(envelope.code()).isNull();
                    assertThat(envelope.result())
                            .isEqualTo(Map.of("id", "12x3", "amount", new BigDecimal("0.10"), "tags", List.of()));
                });
    }

    @Test
    void aFailureIsItsCodeAndMessageAlsoWhereTheCodeIsANumber() {
        assertThat(find("{\"success\":false,\"error\":{\"code\":0,\"message\":\"taken\"}}"))
                .hasValueSatisfying(envelope -> {
                    assertThat(envelope.success()).isFalse();
                    assertThat(envelope.code()).isEqualTo("0");
                    assertThat(envelope.message()).isEqualTo("taken");
                });
    }

    @Test
    void aResultMayBeNull() {
        assertThat(find("{\"success\":true,\"result\":null}"))
                .hasValueSatisfying(envelope -> assertThat(envelope.result()).isNull());
    }

    @Test
    void noticesAndHtmlBeforeItAreSkipped() {
        String before = "<br />\n<b>Warning</b>: Undefined {\"key\"} in {\"success\": <b>x.php</b> é\n";

        assertThat(find(before + "{\"success\":true,\"result\":\"ok\"}")).hasValueSatisfying(envelope -> {
            assertThat(envelope.start()).isEqualTo(before.getBytes(StandardCharsets.UTF_8).length);
            assertThat(envelope.result()).isEqualTo("ok");
        });
    }

    @Test
    void anEnvelopeInsideAnEnvelopeIsPartOfIt() {
        assertThat(find("{\"success\":true,\"result\":{\"success\":false,\"text\":\"}{\\\"success\\\":\"}}"))
                .hasValueSatisfying(envelope -> {
                    assertThat(envelope.start()).isZero();
                    assertThat(envelope.success()).isTrue();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<html><body>Error</body></html>",
                "[]",
                "{\"result\":1}",
                "{\"success\":1,\"result\":1}",
                "{\"success\":true,\"result\":{\"id\":\"12x3\"",
                "{\"success\":true,\"result\":[1,2]} Fatal error",
                "{\"success\":",
            })
    void whatIsNoWholeEnvelopeIsNone(String body) {
        assertThat(find(body)).isEmpty();
    }

    @Property
    void whateverStandsBeforeItIsSkipped(@ForAll("bytes") byte[] before) {
        byte[] envelope = "{\"success\":true,\"result\":7}".getBytes(StandardCharsets.US_ASCII);
        byte[] body = new byte[before.length + envelope.length];
        System.arraycopy(before, 0, body, 0, before.length);
        System.arraycopy(envelope, 0, body, before.length, envelope.length);

        assertThat(Envelope.find(body, new Json(new AnswerLimit(1 << 20, false))))
                .hasValueSatisfying(found -> {
                    assertThat(found.start()).isEqualTo(before.length);
                    assertThat(found.result()).isEqualTo(7);
                });
    }

    @Property
    void noPartOfAnEnvelopeIsOne(@ForAll("cuts") int cut) {
        assertThat(find("{\"success\":true,\"result\":[{\"a\":\"b\"}]}".substring(0, cut)))
                .isEmpty();
    }

    @Provide
    Arbitrary<byte[]> bytes() {
        return Arbitraries.of("{", "}", "\"", "{\"success\":", "é", "\u0000", "<br>", "\\", "[")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts).getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<Integer> cuts() {
        return Arbitraries.integers().between(0, "{\"success\":true,\"result\":[{\"a\":\"b\"}]}".length() - 1);
    }

    private static Optional<Envelope> find(String body) {
        return Envelope.find(body.getBytes(StandardCharsets.UTF_8), new Json(new AnswerLimit(1 << 20, false)));
    }
}
