package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.routes.PromQl.Selector;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PromQlTest {

    @Test
    void seriesAreNeitherFunctionsNorOperatorsNorLabels() {
        assertThat(
                        PromQl.of(
                                """
                        sum by (instance, sync) (increase(a_total{sync=~"$sync", outcome="rejected"}[10m]) > 0.5
                          or (b offset 10m unless on (sync) absent(c{x!="y"}))) * 60
                        """))
                .isEqualTo(new PromQl(
                        List.of(
                                new Selector("a_total", Set.of("sync", "outcome"), Map.of("outcome", "rejected")),
                                new Selector("b", Set.of(), Map.of()),
                                new Selector("c", Set.of("x"), Map.of())),
                        Set.of("instance", "sync")));
    }
}
