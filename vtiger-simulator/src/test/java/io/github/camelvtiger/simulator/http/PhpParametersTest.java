package io.github.camelvtiger.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PhpParametersTest {

    @Test
    void decodesAsPhpDoes() {
        assertThat(PhpParameters.ofQuery("a=%zz&b=%C3%A9+x&c&d.e=1&=lost").texts())
                .containsExactly(
                        Map.entry("a", "%zz"), Map.entry("b", "é x"), Map.entry("c", ""), Map.entry("d_e", "1"));
    }

    @Test
    void bracketsMakeAnArray() {
        PhpParameters parameters = PhpParameters.ofQuery("a%5B%5D=1&b[x]=2&b=3&c=4&c[]=5");

        assertThat(parameters.arrays().keySet()).containsExactly("a", "c");
        assertThat(parameters.texts()).containsExactly(Map.entry("b", "3"));
    }
}
