package io.github.camelvtiger.simulator.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LazyTest {

    private final AtomicInteger made = new AtomicInteger();
    private final Lazy<Integer> lazy = new Lazy<>(made::incrementAndGet);

    @Test
    void isNotMadeBeforeItIsAskedFor() {
        assertThat(made).hasValue(0);
    }

    @Test
    void isMadeOnceWhoeverAsks() {
        assertThat(IntStream.range(0, 100).parallel().mapToObj(i -> lazy.get())).containsOnly(1);
        assertThat(made).hasValue(1);
    }
}
