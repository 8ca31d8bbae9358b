package io.github.camelvtiger.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.docs.Citations.Citation;
import org.junit.jupiter.api.Test;

class CitationsTest {

    @Test
    void severalSectionsOfOnePageAreAllFound() {
        assertThat(Citations.in("x.md §7, §9} and y.md §1-§3, also z.md\n * §4 §5"))
                .containsExactly(
                        new Citation("x.md", 7),
                        new Citation("x.md", 9),
                        new Citation("y.md", 1),
                        new Citation("y.md", 3),
                        new Citation("z.md", 4),
                        new Citation("z.md", 5));
    }

    @Test
    void aSectionWithoutAPageIsTheTextsOwn() {
        assertThat(Citations.ofItself("as x.md §7, §9 says; see §3 and [x.md §4](x.md), (§5) as well"))
                .containsExactly(3, 5);
    }

    @Test
    void pagesAreFoundWithTheirDirectory() {
        assertThat(Citations.pages("see docs/a.md, {@code b.md §1} and https://example.com/c.md"))
                .containsExactly("docs/a.md", "b.md");
    }
}
