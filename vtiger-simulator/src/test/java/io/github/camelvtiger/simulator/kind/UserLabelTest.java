package io.github.camelvtiger.simulator.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserLabelTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "Ada,Lovelace,Ada Lovelace",
                "``,it's,it",
                "Ada,O'Brien & Co,Ada O",
                "a 'b' c,d,a  c d",
                "a \"b\"c,d,a c d",
                "<b>Ada</b>,x,Ada x",
            })
    void tagsAndQuotesAreLeftOut(String first, String last, String label) {
        Map<String, String> user = Map.of("first_name", first, "last_name", last);

        assertThat(UserLabel.of(user::get)).isEqualTo(label);
    }
}
