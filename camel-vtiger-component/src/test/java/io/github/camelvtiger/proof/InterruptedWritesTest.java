package io.github.camelvtiger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.client.AmbiguousWriteException;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.client.TransportException;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.simulator.fault.Fault;
import io.github.camelvtiger.simulator.store.SaveGaps;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every way an answer gets lost, for every write. It takes some 20 s, because an answer that stays away is missed only
 * after the response timeout.
 */
class InterruptedWritesTest {

    private InterruptedCrm crm;
    private String existing;

    @BeforeEach
    void start() {
        crm = new InterruptedCrm(SaveGaps.NONE);
        existing = crm.oldContact("Before");
        crm.client.me().join();
        crm.server.clearCalls();
    }

    @AfterEach
    void stop() {
        crm.close();
    }

    @ParameterizedTest
    @MethodSource("lostAfterTheEffect")
    void whatHappenedIsAnsweredAsIfTheAnswerHadCome(Write write, Fault fault) {
        crm.server.faults().failNext(1, fault, write.operation());

        Object answer = write.send(crm.writes, existing).join();

        write.assertDone(crm, existing, answer);
        assertThat(crm.calls(write.operation())).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("lostBeforeTheEffect")
    void whatDidNotHappenIsSaidSoWhenASaveMustBeOver(Write write, Fault fault) {
        crm.server.faults().failNext(1, fault, write.operation());

        assertThatThrownBy(() -> write.send(crm.writes, existing).join())
                .cause()
                .isInstanceOfAny(TransportException.class, ServerFailureException.class)
                .hasMessageContaining("did not happen")
                .hasMessageContaining("120 s after the answer failed to arrive");

        assertThat(crm.pauses.stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(InterruptedCrm.LONGEST_SAVE);
        write.assertNotDone(crm, existing);
        assertThat(crm.calls(write.operation())).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void aSaveThatBeginsLongAfterTheTimeoutIsFound(Write write) {
        CountDownLatch held = new CountDownLatch(1);
        crm.server.faults().onCall(write.operation(), () -> await(held));
        crm.duringPause(6, () -> {
            held.countDown();
            crm.awaitCalls(write.operation(), 1);
        });

        Object answer = write.send(crm.writes, existing).join();

        write.assertDone(crm, existing, answer);
        assertThat(crm.pauses).hasSize(6);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void sessionsThatExpireMeanwhileMakeNoDifference(Write write) {
        crm.server.faults().failNext(1, Fault.CUT_BEFORE_EFFECT, write.operation());
        crm.duringPause(1, crm.server.faults()::expireSessions);
        crm.duringPause(3, crm.server.faults()::expireSessions);

        assertThatThrownBy(() -> write.send(crm.writes, existing).join()).hasMessageContaining("did not happen");
    }

    @ParameterizedTest
    @MethodSource("writes")
    void whereLookingFailsToTheEndItStaysUnknown(Write write) {
        crm.server.faults().failNext(1, Fault.CUT_AFTER_EFFECT, write.operation());
        crm.server.faults().failNext(1000, Fault.HTTP_500_EMPTY, "query");
        crm.server.faults().failNext(1000, Fault.HTTP_500_EMPTY, "retrieve");

        assertThatThrownBy(() -> write.send(crm.writes, existing).join())
                .cause()
                .isInstanceOf(AmbiguousWriteException.class)
                .hasMessageContaining("looking for it failed too")
                .hasMessageContaining("HTTP 500");
    }

    @ParameterizedTest
    @MethodSource("writes")
    void aServerThatIsDownForAWhileIsWaitedFor(Write write) {
        crm.server.faults().failNext(1, Fault.CUT_AFTER_EFFECT, write.operation());
        crm.server.faults().failNext(4, Fault.HTTP_500_EMPTY, "query");
        crm.server.faults().failNext(4, Fault.HTTP_500_EMPTY, "retrieve");

        write.assertDone(crm, existing, write.send(crm.writes, existing).join());
    }

    @ParameterizedTest
    @MethodSource("writes")
    void aRefusalIsNoDoubt(Write write) {
        assertThatThrownBy(() -> write.sendWrong(crm.writes).join()).hasCauseInstanceOf(VtigerException.class);
        assertThat(crm.pauses).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static List<Write> writes() {
        return List.of(Write.values());
    }

    static Stream<Arguments> lostAfterTheEffect() {
        return writes().stream()
                .flatMap(write -> Stream.of(Fault.CUT_AFTER_EFFECT, Fault.stallBody(Duration.ofSeconds(20)))
                        .map(fault -> Arguments.of(write, fault)));
    }

    static Stream<Arguments> lostBeforeTheEffect() {
        return writes().stream().flatMap(write -> Stream.of(
                        Fault.CUT_BEFORE_EFFECT, Fault.HTTP_500_EMPTY, Fault.EMPTY_BODY_200, Fault.HTML)
                .map(fault -> Arguments.of(write, fault)));
    }

    /** The four writes with what they leave behind. */
    enum Write {
        CREATE {
            @Override
            CompletableFuture<?> send(ProvenWrites writes, String id) {
                return writes.create("Contacts", Map.of("lastname", "New", "email", "new@example.com"));
            }

            @Override
            CompletableFuture<?> sendWrong(ProvenWrites writes) {
                return writes.create("Contacts", Map.of("firstname", "Nobody"));
            }

            @Override
            void assertDone(InterruptedCrm crm, String id, Object answer) {
                assertThat(crm.server.crm().records("Contacts"))
                        .extracting(record -> record.get("lastname"))
                        .containsExactlyInAnyOrder("Before", "New");
                assertThat(answer)
                        .asInstanceOf(InstanceOfAssertFactories.MAP)
                        .containsEntry("lastname", "New")
                        .containsKeys("id", "label", "createdtime");
            }

            @Override
            void assertNotDone(InterruptedCrm crm, String id) {
                assertThat(crm.server.crm().count("Contacts")).isEqualTo(1);
            }
        },
        UPDATE {
            @Override
            CompletableFuture<?> send(ProvenWrites writes, String id) {
                // With a description: one that is left out is read first.
                return writes.update(
                        Map.of("id", id, "lastname", "After", "assigned_user_id", "19x1", "description", ""));
            }

            @Override
            CompletableFuture<?> sendWrong(ProvenWrites writes) {
                return writes.update(Map.of("id", "12x999999", "lastname", "After", "description", ""));
            }

            @Override
            void assertDone(InterruptedCrm crm, String id, Object answer) {
                REVISE.assertDone(crm, id, answer);
            }

            @Override
            void assertNotDone(InterruptedCrm crm, String id) {
                REVISE.assertNotDone(crm, id);
            }
        },
        REVISE {
            @Override
            CompletableFuture<?> send(ProvenWrites writes, String id) {
                return writes.revise(Map.of("id", id, "lastname", "After"));
            }

            @Override
            CompletableFuture<?> sendWrong(ProvenWrites writes) {
                Map<String, Object> malformed = new LinkedHashMap<>();
                malformed.put("lastname", "After");
                return writes.revise(malformed);
            }

            @Override
            void assertDone(InterruptedCrm crm, String id, Object answer) {
                assertThat(crm.server.crm().record(id).orElseThrow()).containsEntry("lastname", "After");
                assertThat(answer)
                        .asInstanceOf(InstanceOfAssertFactories.MAP)
                        .containsEntry("lastname", "After")
                        .containsEntry("id", id);
            }

            @Override
            void assertNotDone(InterruptedCrm crm, String id) {
                assertThat(crm.server.crm().record(id).orElseThrow()).containsEntry("lastname", "Before");
            }
        },
        DELETE {
            @Override
            CompletableFuture<?> send(ProvenWrites writes, String id) {
                return writes.delete(RecordId.parse(id));
            }

            @Override
            CompletableFuture<?> sendWrong(ProvenWrites writes) {
                return writes.delete(RecordId.parse("12x999999"));
            }

            @Override
            void assertDone(InterruptedCrm crm, String id, Object answer) {
                assertThat(crm.server.crm().count("Contacts")).isZero();
            }

            @Override
            void assertNotDone(InterruptedCrm crm, String id) {
                REVISE.assertNotDone(crm, id);
            }
        };

        abstract CompletableFuture<?> send(ProvenWrites writes, String id);

        /** One that the server, or the client itself, refuses. */
        abstract CompletableFuture<?> sendWrong(ProvenWrites writes);

        abstract void assertDone(InterruptedCrm crm, String id, Object answer);

        abstract void assertNotDone(InterruptedCrm crm, String id);

        String operation() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
