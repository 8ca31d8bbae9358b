package io.github.camelvtiger.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.ClientSettings;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server says that gives no JSON is shown, but no secret that it repeats. */
class ExcerptTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            <html><head><title>x</title></head><body><h1>Bad   Gateway</h1></body></html> | Bad Gateway
            Fatal error: Out of memory in query.php | Fatal error: Out of memory in query.php
            """)
    void isTheTextInOneLine(String body, String excerpt) {
        assertThat(of(body)).isEqualTo(excerpt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Notice: sessionName=5f2ab8c901de4477 not found",
                "login('admin', accessKey: '5f2ab8c901de4477')",
                "Cannot open /var/sessions/sess 5f2ab8c901de4477 for writing"
            })
    void carriesNoSecret(String body) {
        assertThat(of(body)).doesNotContain("5f2ab8c901de4477").contains("***");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 100_000})
    void isShort(int length) {
        assertThat(of("x ".repeat(length))).hasSizeLessThanOrEqualTo(160);
    }

    private static String of(String body) {
        return Excerpt.of(
                body.getBytes(StandardCharsets.UTF_8),
                ServerText.of(new ClientSettings("http://crm/", "admin", "key")));
    }
}
