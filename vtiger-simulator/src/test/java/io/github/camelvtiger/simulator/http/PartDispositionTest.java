package io.github.camelvtiger.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartDispositionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "filename=\"a.txt\"                | a.txt",
                "filename=plain.txt; foo=bar       | plain.txt",
                "FILENAME=\"up.txt\"               | up.txt",
                "filename='s q.txt'                | s q.txt",
                "filename=\"a\\\"b.txt\"           | a\"b.txt",
                "filename=\"a\"b.txt\"             | a",
                "filename=\"dir/b.txt\"            | b.txt",
                "filename=\"C:\\x\\y.txt\"         | y.txt",
                "foo=\"a;filename=x\"; filename=\"y\" | y",
                "filename=\"\"                     | ``"
            })
    void theFileNameIsReadAsPhpDoes(String parameters, String name) {
        assertThat(PartDisposition.fileName("form-data; name=\"filename\"; " + parameters))
                .hasValue(name);
    }

    @Test
    void aNameInTheNewerFormIsNone() {
        assertThat(PartDisposition.fileName("form-data; name=\"filename\"; filename*=utf-8''%C3%BC.txt"))
                .isEmpty();
        assertThat(PartDisposition.fileName("form-data; name=\"filename\"")).isEmpty();
        assertThat(PartDisposition.fileName("form-data")).isEmpty();
    }
}
