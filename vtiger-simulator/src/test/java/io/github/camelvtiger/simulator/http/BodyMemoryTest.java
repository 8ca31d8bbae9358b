package io.github.camelvtiger.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BodyMemoryTest {

    private static final int MEMORY = 64 * 1024;

    @Test
    void aRequestThatFindsNoMemoryIsRefused() throws Exception {
        BodyMemory memory = new BodyMemory(MEMORY, Duration.ofMillis(1));
        try (BodyMemory.Share holding = memory.share();
                BodyMemory.Share late = memory.share()) {
            holding.take(MEMORY);
            assertThatThrownBy(() -> late.take(MEMORY)).isInstanceOf(BodyMemory.ExhaustedException.class);
        }
        try (BodyMemory.Share next = memory.share()) {
            next.take(MEMORY);
        }
    }

    @Test
    void itWaitsForThoseBefore() throws Exception {
        BodyMemory memory = new BodyMemory(MEMORY, Duration.ofMinutes(1));
        CompletableFuture<Boolean> served;
        try (BodyMemory.Share holding = memory.share()) {
            holding.take(MEMORY);
            served = CompletableFuture.supplyAsync(() -> served(memory));
        }
        assertThat(served.get(1, TimeUnit.MINUTES)).isTrue();
    }

    private static boolean served(BodyMemory memory) {
        try (BodyMemory.Share share = memory.share()) {
            share.take(MEMORY);
            return true;
        } catch (Exception e) {
            return false;
        }
    }
}
