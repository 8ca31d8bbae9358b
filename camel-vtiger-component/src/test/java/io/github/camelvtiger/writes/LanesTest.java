package io.github.camelvtiger.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SequenceTest {

    @Test
    void answersComeInOrderAndOneAfterTheOther() {
        List<CompletableFuture<String>> calls = new ArrayList<>();
        CompletableFuture<List<String>> all = new Sequence<String>(
                        List.of("a", "b").iterator(),
                        (index, element) -> {
                            calls.add(new CompletableFuture<>());
                            return calls.get(index);
                        },
                        answer -> false,
                        Runnable::run)
                .run();
        assertThat(calls).hasSize(1);
        calls.get(0).complete("A");
        assertThat(calls).hasSize(2);
        assertThat(all).isNotDone();
        calls.get(1).complete("B");
        assertThat(all).isCompletedWithValue(List.of("A", "B"));
    }

    @Test
    void manyAnswersThatAreThereAtOnceNeedNoStack() {
        List<Integer> input = IntStream.range(0, 200_000).boxed().toList();
        assertThat(new Sequence<>(
                                input.iterator(),
                                (index, element) -> CompletableFuture.completedFuture(index),
                                answer -> false,
                                Runnable::run)
                        .run())
                .isCompletedWithValue(input);
    }

    @Test
    void lastAnswerEndsIt() {
        assertThat(new Sequence<>(
                                List.of(1, 2, 3).iterator(),
                                (index, element) -> CompletableFuture.completedFuture(element),
                                answer -> answer.equals(2),
                                Runnable::run)
                        .run())
                .isCompletedWithValue(List.of(1, 2));
    }

    @Test
    void failureEndsItAsItIs() {
        IllegalStateException failure = new IllegalStateException("broken");
        CompletableFuture<List<Object>> all = new Sequence<>(
                        List.of(1, 2).iterator(),
                        (index, element) -> CompletableFuture.failedFuture(failure),
                        answer -> false,
                        Runnable::run)
                .run();
        assertThatThrownBy(all::join).isInstanceOf(CompletionException.class).hasCause(failure);
    }
}
