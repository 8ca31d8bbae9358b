package io.github.camelvtiger.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.http.NoAnswerException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private static final HttpAnswer GOOD = answer(200, "good");
    private static final HttpAnswer BAD = answer(500, "");
    private static final NoAnswerException NOT_SENT = new NoAnswerException("refused", Reason.NOT_SENT, null);
    private static final NoAnswerException MAYBE_SENT = new NoAnswerException("cut", Reason.LOST, null);

    private final Appointments appointments = new Appointments();
    private final Waits waits = new Waits(appointments);
    private final Deque<Object> server = new ArrayDeque<>();
    private int asked;

    @Test
    void aReadIsRepeatedUntilItIsAnswered() {
        CompletableFuture<HttpAnswer> read = send(policy(4, 20), true, BAD, MAYBE_SENT, NOT_SENT, GOOD);

        assertThat(read).isCompletedWithValue(GOOD);
        assertThat(asked).isEqualTo(4);
    }

    @Test
    void afterTheLastAttemptItsAnswerOrFailureStands() {
        assertThat(send(policy(2, 20), true, MAYBE_SENT, BAD)).isCompletedWithValue(BAD);
        assertThatThrownBy(send(policy(2, 20), true, BAD, MAYBE_SENT)::join).hasCause(MAYBE_SENT);
        assertThat(asked).isEqualTo(4);
    }

    @Test
    void aWriteThatMayHaveBeenSentIsNeverRepeated() {
        assertThatThrownBy(send(policy(4, 20), false, MAYBE_SENT)::join).hasCause(MAYBE_SENT);
        assertThat(send(policy(4, 20), false, BAD)).isCompletedWithValue(BAD);
        assertThat(asked).isEqualTo(2);
        assertThat(appointments.waits()).isEmpty();
    }

    @Test
    void aWriteThatSurelyWasNotSentIsRepeated() {
        assertThat(send(policy(4, 20), false, NOT_SENT, NOT_SENT, GOOD)).isCompletedWithValue(GOOD);
    }

    @Test
    void aFailureIsKnownAlsoBehindAStageOfAFuture() {
        assertThat(send(policy(4, 20), false, new CompletionException(NOT_SENT), GOOD))
                .isCompletedWithValue(GOOD);
    }

    @Test
    void anUnknownFailureMayHaveBeenSent() {
        assertThatThrownBy(send(policy(4, 20), false, new IllegalStateException("what"))::join)
                .hasRootCauseMessage("what");
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void aRequestThatCannotBeMadeFails() {
        RetryPolicy policy = policy(1, 20);

        CompletableFuture<HttpAnswer> answer = policy.send(
                "test",
                () -> {
                    throw new IllegalStateException("closed");
                },
                true,
                usable -> Repeat.NO);

        assertThatThrownBy(answer::join).hasRootCauseMessage("closed");
    }

    @Test
    void eachWaitIsUpToTwiceAsLongAsTheOneBeforeAndNeverLongerThanFiveSeconds() {
        send(policy(9, 20), true, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD);

        List<Long> longest = List.of(200L, 400L, 800L, 1600L, 3200L, 5000L, 5000L, 5000L);
        assertThat(appointments.waits()).hasSameSizeAs(longest);
        assertThat(IntStream.range(0, longest.size()))
                .allSatisfy(i -> assertThat(appointments.waits().get(i)).isBetween(longest.get(i) / 2, longest.get(i)));
    }

    @Test
    void aServerThatAlwaysFailsUsesTheBudgetUp() {
        RetryPolicy policy = policy(4, 5);

        send(policy, true, BAD, BAD, BAD, BAD);
        send(policy, true, BAD, BAD, BAD);
        send(policy, true, BAD);

        assertThat(server).isEmpty();
        assertThat(appointments.waits()).hasSize(5);
    }

    @Test
    void successesFillTheBudgetAgain() {
        RetryPolicy policy = policy(2, 1);
        send(policy, true, BAD, BAD);
        for (int i = 0; i < 10; i++) {
            send(policy, true, GOOD);
        }

        assertThat(send(policy, true, BAD, GOOD)).isCompletedWithValue(GOOD);
    }

    @Test
    void aWaitEndsWhenTheConnectionIsClosed() {
        RetryPolicy policy = policy(4, 20);
        server.add(BAD);
        CompletableFuture<HttpAnswer> waiting = policy.send("test", request(), true, this::judge);
        assertThat(waiting).isNotDone();

        waits.close();

        assertThat(waiting).isCompletedWithValue(BAD);
        appointments.keepAll();
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void afterCloseNothingIsRepeated() {
        RetryPolicy policy = policy(4, 20);
        waits.close();

        assertThat(send(policy, true, BAD)).isCompletedWithValue(BAD);
    }

    private CompletableFuture<HttpAnswer> send(RetryPolicy policy, boolean read, Object... answers) {
        server.addAll(List.of(answers));
        CompletableFuture<HttpAnswer> result = policy.send("test", request(), read, this::judge);
        appointments.keepAll();
        return result;
    }

    private Repeat judge(HttpAnswer answer) {
        return answer.status() == 200 ? Repeat.NO : Repeat.after(answer.retryAfter());
    }

    private Supplier<CompletableFuture<HttpAnswer>> request() {
        return () -> {
            asked++;
            Object next = server.remove();
            return next instanceof HttpAnswer answer
                    ? CompletableFuture.completedFuture(answer)
                    : CompletableFuture.failedFuture((Throwable) next);
        };
    }

    private RetryPolicy policy(int attempts, int budget) {
        return new RetryPolicy(attempts, Duration.ofSeconds(60), new RetryBudget(budget), waits, new Random(1));
    }

    private static HttpAnswer answer(int status, String body) {
        return answer(status, body, null);
    }

    private static HttpAnswer answer(int status, String body, Duration retryAfter) {
        Map<String, String> headers =
                retryAfter == null ? Map.of() : Map.of("Retry-After", String.valueOf(retryAfter.toSeconds()));
        return new HttpAnswer(new HttpHead(status, "", headers, Instant.EPOCH), body.getBytes());
    }
}
