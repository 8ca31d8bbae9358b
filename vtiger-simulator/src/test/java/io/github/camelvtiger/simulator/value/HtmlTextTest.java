package io.github.camelvtiger.simulator.value;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HtmlTextTest {

    private final HtmlText html = new HtmlText();

    @Property
    void decodingUndoesEncoding(@ForAll String text) {
        assertThat(html.decode(html.encode(text))).isEqualTo(text);
    }

    @Test
    void decodesOneLevelOfNamedAndNumberedEntities() {
        assertThat(html.decode("&amp;lt; &#39;&#x41; &euro; &apos; &nosuch; &lt"))
                .isEqualTo("&lt; 'A € &apos; &nosuch; &lt");
    }

    @Test
    void encodesBothQuotesAndLetters() {
        assertThat(html.encode("\"ë' <日>")).isEqualTo("&quot;&euml;&#039; &lt;日&gt;");
    }
}
