package io.github.camelvtiger.upsert;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.upsert.KeyQueues.Holding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class KeyQueuesTest {

    private final KeyQueues queues = new KeyQueues();
    private final KeyQueues.Scope contacts = queues.scope("Contacts", Runnable::run);

    @Test
    void whoComesLaterWaits() {
        Holding first = contacts.acquire(Set.of("a", "b")).join();
        CompletableFuture<Holding> second = contacts.acquire(Set.of("b"));
        CompletableFuture<Holding> third = contacts.acquire(Set.of("a"));
        first.release("b");
        assertThat(second).isDone();
        assertThat(third).isNotDone();
        first.releaseAll();
        assertThat(third).isDone();
    }

    @Test
    void equalKeysOfOtherModulesAreOthers() {
        contacts.acquire(Set.of("a"));
        assertThat(queues.scope("Leads", Runnable::run).acquire(Set.of("a"))).isDone();
    }

    @Test
    void nothingIsKeptOfKeysThatNobodyHas() {
        for (int key = 0; key < 1_000; key++) {
            Holding holding = contacts.acquire(Set.of(key)).join();
            holding.release(key);
            holding.releaseAll();
        }
        assertThat(queues.size()).isZero();
    }

    /** Any sets of keys, given back in any order: never two holders of a key, and everybody comes to his turn. */
    @Property
    void nobodyWaitsForever(
            @ForAll @Size(max = 30) List<@NotEmpty Set<@IntRange(max = 5) Integer>> wanted, @ForAll Random random) {
        KeyQueues fresh = new KeyQueues();
        KeyQueues.Scope scope = fresh.scope("Contacts", Runnable::run);
        List<CompletableFuture<Holding>> waiting = new ArrayList<>();
        Map<CompletableFuture<Holding>, Set<Integer>> keys = new HashMap<>();
        for (Set<Integer> set : wanted) {
            CompletableFuture<Holding> holding = scope.acquire(set);
            waiting.add(holding);
            keys.put(holding, set);
        }
        while (!waiting.isEmpty()) {
            List<CompletableFuture<Holding>> holders =
                    waiting.stream().filter(CompletableFuture::isDone).toList();
            Set<Integer> held = new HashSet<>();
            holders.forEach(holder ->
                    keys.get(holder).forEach(key -> assertThat(held.add(key)).isTrue()));
            CompletableFuture<Holding> done = holders.get(random.nextInt(holders.size()));
            done.join().releaseAll();
            waiting.remove(done);
        }
        assertThat(fresh.size()).isZero();
    }
}
