package io.github.camelvtiger.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.client.SessionNumbers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SessionPoolTest {

    private final List<CompletableFuture<Session>> logins = new ArrayList<>();
    private long now;
    private final SessionPool pool = new SessionPool(4, this::beginLogin, () -> now);

    @Test
    void manyAtOnceShareOneLogin() {
        List<CompletableFuture<Session>> callers = acquire(20);

        assertThat(logins).hasSize(1);
        finishLogin(0);
        for (CompletableFuture<Session> caller : callers) {
            pool.release(caller.join());
        }

        assertThat(logins).hasSize(1);
        assertThat(callers).allMatch(caller -> caller.join().name().equals("session0"));
    }

    @Test
    void thoseWhoWaitAreServedInTheirOrder() {
        List<CompletableFuture<Session>> callers = acquire(3);
        finishLogin(0);

        assertThat(callers).extracting(CompletableFuture::isDone).containsExactly(true, false, false);
        pool.release(callers.get(0).join());
        assertThat(callers).extracting(CompletableFuture::isDone).containsExactly(true, true, false);
    }

    @Test
    void aSessionIsOpenedForWhoComesAndFindsNoneIdleUpToTheLimit() {
        for (int i = 0; i < 4; i++) {
            pool.acquire();
            finishLogin(i);
        }
        CompletableFuture<Session> fifth = pool.acquire();

        assertThat(logins).hasSize(4);
        assertThat(fifth).isNotDone();
    }

    @Test
    void oneLoginServesAllWhoWereRejected() {
        List<Session> out = fourOut();
        out.forEach(pool::discard);
        List<CompletableFuture<Session>> again = acquire(4);

        assertThat(logins).hasSize(5);
        finishLogin(4);
        again.forEach(caller -> pool.release(caller.join()));
        assertThat(logins).hasSize(5);
    }

    @Test
    void whoWaitsWhenTheLastSessionIsDiscardedGetsANewOne() {
        List<Session> out = fourOut();
        CompletableFuture<Session> waiting = pool.acquire();
        out.forEach(pool::discard);
        finishLogin(4);

        assertThat(waiting.join().name()).isEqualTo("session4");
    }

    @Test
    void idleSessionsAreAsOldAsTheOneThatWasRejected() {
        List<Session> out = fourOut();
        pool.release(out.get(1));
        pool.release(out.get(2));
        pool.discard(out.get(0));

        CompletableFuture<Session> next = pool.acquire();

        assertThat(next).isNotDone();
        assertThat(logins).hasSize(5);
    }

    @Test
    void aSessionThatWasOutAtTheRejectionIsNotLentAgain() {
        List<Session> out = fourOut();
        pool.discard(out.get(0));
        pool.release(out.get(1));
        CompletableFuture<Session> next = pool.acquire();

        assertThat(next).isNotDone();
        finishLogin(4);
        assertThat(next.join().name()).isEqualTo("session4");
    }

    @Test
    void aLateRejectionOfAnOldSessionLeavesTheNewOneAlone() {
        List<Session> out = fourOut();
        pool.discard(out.get(0));
        CompletableFuture<Session> fresh = pool.acquire();
        finishLogin(4);
        pool.release(fresh.join());
        pool.discard(out.get(1));

        assertThat(pool.acquire()).isCompletedWithValue(fresh.join());
    }

    @Test
    void aFailedLoginFailsThoseWhoWaitWhenNoSessionIsOut() {
        List<CompletableFuture<Session>> callers = acquire(3);
        failLogin(0);

        assertThat(callers).allMatch(CompletableFuture::isCompletedExceptionally);
        assertThatThrownBy(() -> callers.get(2).join()).hasRootCauseMessage("no login 0");
    }

    @Test
    void aFailedLoginIsNoMatterToThoseWhoMayHaveASessionThatIsOut() {
        Session out = oneOut();
        CompletableFuture<Session> waiting = pool.acquire();
        failLogin(1);

        assertThat(waiting).isNotDone();
        pool.release(out);
        assertThat(waiting.join()).isEqualTo(out);
    }

    @Test
    void afterAFailedLoginTheNextCallerTriesAgain() {
        pool.acquire();
        failLogin(0);
        CompletableFuture<Session> next = pool.acquire();
        finishLogin(1);

        assertThat(next.join().name()).isEqualTo("session1");
    }

    @Test
    void whoWaitsForASessionThatIsThenDiscardedAfterAFailedLoginGetsANewLogin() {
        Session out = oneOut();
        CompletableFuture<Session> waiting = pool.acquire();
        failLogin(1);
        pool.discard(out);
        finishLogin(2);

        assertThat(waiting.join().name()).isEqualTo("session2");
    }

    @Test
    void aLossIsCountedOnceWithTheTimeSinceTheLastCall() {
        CompletableFuture<Session> first = pool.acquire();
        finishLogin(0);
        CompletableFuture<Session> second = pool.acquire();
        finishLogin(1);
        pool.release(first.join());
        pool.release(second.join());
        now = Duration.ofSeconds(7).toNanos();

        Session rejected = pool.acquire().join();
        Session alsoRejected = pool.acquire().join();
        pool.discard(rejected);
        pool.discard(alsoRejected);

        assertThat(pool.numbers()).isEqualTo(new SessionNumbers(0, 0, 0, 1, Duration.ofSeconds(7)));
    }

    @Test
    void aLoginThatThrowsIsAFailedOne() {
        SessionPool broken = new SessionPool(
                1,
                () -> {
                    throw new IllegalStateException("no login");
                },
                () -> now);

        assertThatThrownBy(() -> broken.acquire().join()).hasRootCauseMessage("no login");
        assertThatThrownBy(() -> broken.acquire().join()).hasRootCauseMessage("no login");
    }

    @Test
    void whoGivesUpDoesNotTakeTheSessionAway() {
        List<CompletableFuture<Session>> callers = acquire(2);
        callers.get(0).cancel(false);
        finishLogin(0);

        assertThat(callers.get(1).join().name()).isEqualTo("session0");
    }

    @Property
    void noSessionServesTwoAtOnceNobodyIsForgottenAndTheLimitHolds(
            @ForAll("happenings") List<Happening> happenings, @ForAll @IntRange(min = 1, max = 3) int max) {
        PoolModel model = new PoolModel(max);
        happenings.forEach(model::happen);
        model.settle();
    }

    @Provide
    Arbitrary<List<Happening>> happenings() {
        return Arbitraries.of(Happening.class).list().ofMaxSize(60);
    }

    enum Happening {
        ACQUIRE,
        RELEASE,
        DISCARD,
        LOG_IN,
        FAIL_LOGIN
    }

    /** Drives a pool and counts what is out. */
    private static final class PoolModel {
        private final List<CompletableFuture<Session>> pending = new ArrayList<>();
        private final List<CompletableFuture<Session>> callers = new ArrayList<>();
        private final List<Session> out = new ArrayList<>();
        private final SessionPool pool;
        private final int max;
        private int made;

        PoolModel(int max) {
            this.max = max;
            this.pool = new SessionPool(
                    max,
                    () -> {
                        CompletableFuture<Session> login = new CompletableFuture<>();
                        pending.add(login);
                        return login;
                    },
                    () -> 0);
        }

        void happen(Happening happening) {
            if (happening == Happening.ACQUIRE) {
                callers.add(pool.acquire());
            } else if (happening == Happening.LOG_IN && !pending.isEmpty()) {
                pending.remove(0).complete(new Session("s" + made++, Map.of()));
            } else if (happening == Happening.FAIL_LOGIN && !pending.isEmpty()) {
                pending.remove(0).completeExceptionally(new IllegalStateException("no"));
            } else if (happening == Happening.RELEASE && !out.isEmpty()) {
                pool.release(out.remove(0));
            } else if (happening == Happening.DISCARD && !out.isEmpty()) {
                pool.discard(out.remove(0));
            }
            look();
        }

        private void look() {
            callers.removeIf(caller -> {
                if (caller.isDone() && !caller.isCompletedExceptionally()) {
                    out.add(caller.join());
                }
                return caller.isDone();
            });
            Set<Session> different = new HashSet<>(out);
            assertThat(different).hasSameSizeAs(out);
            assertThat(out.size()).isLessThanOrEqualTo(max);
            assertThat(pending.size()).isLessThanOrEqualTo(1);
        }

        /** With logins that succeed and callers who give back, everybody is served. */
        void settle() {
            while (!pending.isEmpty() || !out.isEmpty()) {
                happen(pending.isEmpty() ? Happening.RELEASE : Happening.LOG_IN);
            }
            assertThat(callers).isEmpty();
        }
    }

    @Test
    void thousandsWhoGiveBackAtOnceDoNotStandOnOneAnothersStack() {
        List<CompletableFuture<Void>> served = acquire(100_000).stream()
                .map(caller -> caller.thenAccept(pool::release))
                .toList();
        finishLogin(0);
        assertThat(served).allMatch(CompletableFuture::isDone).noneMatch(CompletableFuture::isCompletedExceptionally);
    }

    private CompletableFuture<Session> beginLogin() {
        CompletableFuture<Session> login = new CompletableFuture<>();
        logins.add(login);
        return login;
    }

    private void finishLogin(int number) {
        logins.get(number).complete(new Session("session" + number, Map.of("userId", "19x1")));
    }

    private void failLogin(int number) {
        logins.get(number).completeExceptionally(new IllegalStateException("no login " + number));
    }

    private List<CompletableFuture<Session>> acquire(int callers) {
        return IntStream.range(0, callers).mapToObj(i -> pool.acquire()).toList();
    }

    private Session oneOut() {
        CompletableFuture<Session> caller = pool.acquire();
        finishLogin(logins.size() - 1);
        return caller.join();
    }

    private List<Session> fourOut() {
        return List.of(oneOut(), oneOut(), oneOut(), oneOut());
    }
}
