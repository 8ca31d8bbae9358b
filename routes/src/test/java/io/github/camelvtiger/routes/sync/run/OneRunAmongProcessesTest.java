package io.github.camelvtiger.routes.sync.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.routes.sync.store.StoreAddress;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Two processes that share a store, each with its own {@link OneAtATime} of the same sync. */
class OneRunAmongProcessesTest {

    @Test
    void aSecondRunIsRefusedOrWaits() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            StoreAddress address = new StoreAddress(
                    postgres.getJdbcUrl("postgres", "postgres"), Optional.of("postgres"), Optional.of("postgres"));
            try (SyncStore one = SyncStore.open(address, InstantSource.system());
                    SyncStore other = SyncStore.open(address, InstantSource.system())) {
                OneAtATime here = new OneAtATime("people", one.leases());
                OneAtATime there = new OneAtATime("people", other.leases());
                Runnable release = here.begin(false);
                here.named("people-20261130-081500");

                assertThatThrownBy(() -> there.begin(false))
                        .isInstanceOf(RunRefusedException.class)
                        .hasMessageContaining("in another process, ")
                        .hasMessageContaining(", people-20261130-081500, since ");
                there.beginPortion().run();

                CompletableFuture<Runnable> waiting = new CompletableFuture<>();
                Thread second = new Thread(() -> {
                    try {
                        waiting.complete(there.begin(true));
                    } catch (InterruptedException e) {
                        waiting.completeExceptionally(e);
                    }
                });
                second.start();
                await().atMost(Duration.ofMinutes(1)).until(() -> second.getState() == Thread.State.TIMED_WAITING);
                assertThat(waiting).isNotDone();
                release.run();
                Runnable theirs = waiting.join();
                assertThat(here.isLost()).isTrue();
                theirs.run();
                here.begin(false).run();
            }
        }
    }
}
