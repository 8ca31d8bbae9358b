package io.github.camelvtiger.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LanesTest {

    private static final Function<Object, Object> NONE = element -> null;

    @Test
    void answersComeInOrderAndOneAfterTheOther() {
        Calls calls = new Calls();
        CompletableFuture<List<String>> all = lanes(List.of("a", "b"), NONE, calls, 1);
        assertThat(calls.running).hasSize(1);
        calls.answer(0);
        assertThat(calls.running).containsOnlyKeys(1);
        assertThat(all).isNotDone();
        calls.answer(1);
        assertThat(all).isCompletedWithValue(List.of("a!", "b!"));
    }

    @Test
    void severalRunAtOnceAndStillComeInOrder() {
        Calls calls = new Calls();
        CompletableFuture<List<String>> all = lanes(List.of("a", "b", "c"), NONE, calls, 2);
        assertThat(calls.running).containsOnlyKeys(0, 1);
        calls.answer(1);
        assertThat(calls.running).containsOnlyKeys(0, 2);
        calls.answer(2);
        calls.answer(0);
        assertThat(all).isCompletedWithValue(List.of("a!", "b!", "c!"));
    }

    @Test
    void elementsOfOneLaneWaitForEachOtherAndOthersPassThem() {
        Calls calls = new Calls();
        lanes(List.of("a", "a", "b"), Function.identity(), calls, 2);
        assertThat(calls.running).containsOnlyKeys(0, 2);
        calls.answer(0);
        assertThat(calls.running).containsOnlyKeys(1, 2);
    }

    @Test
    void noMoreOfTheInputIsReadThanIsNeeded() {
        Calls calls = new Calls();
        int[] read = {0};
        Iterator<String> endless = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public String next() {
                read[0]++;
                return "always the same";
            }
        };
        new Lanes<>(endless, Function.identity(), calls, answer -> false, 2, Runnable::run).run();
        assertThat(calls.running).hasSize(1);
        assertThat(read[0]).isEqualTo(101);
    }

    @Test
    void manyAnswersThatAreThereAtOnceNeedNoStack() {
        List<Integer> input = IntStream.range(0, 200_000).boxed().toList();
        assertThat(new Lanes<>(
                                input.iterator(),
                                NONE,
                                (index, element) -> CompletableFuture.completedFuture(index),
                                answer -> false,
                                1,
                                Runnable::run)
                        .run())
                .isCompletedWithValue(input);
    }

    @Test
    void afterTheLastAnswerNothingIsCalledButWhatRunsIsWaitedFor() {
        Calls calls = new Calls();
        CompletableFuture<List<String>> all = new Lanes<>(
                        List.of("a", "last", "c", "d").iterator(),
                        NONE,
                        calls,
                        answer -> answer.equals("last!"),
                        3,
                        Runnable::run)
                .run();
        calls.answer(1);
        assertThat(all).isNotDone();
        calls.answer(0);
        calls.answer(2);
        assertThat(all).isCompletedWithValue(List.of("a!", "last!", "c!"));
    }

    @Test
    void failureEndsItAsItIs() {
        IllegalStateException failure = new IllegalStateException("broken");
        CompletableFuture<List<Object>> all = new Lanes<>(
                        List.of(1, 2).iterator(),
                        NONE,
                        (index, element) -> CompletableFuture.failedFuture(failure),
                        answer -> false,
                        1,
                        Runnable::run)
                .run();
        assertThatThrownBy(all::join).isInstanceOf(CompletionException.class).hasCause(failure);
    }

    /** Whatever the order of the answers is: each element once, in order within its lane, never two of one at once. */
    @Property
    void anyOrderOfAnswersKeepsTheOrderOfEachLane(
            @ForAll @Size(max = 60) List<@IntRange(max = 4) Integer> elements,
            @ForAll @IntRange(min = 1, max = 5) int parallelism,
            @ForAll Random random) {
        Calls calls = new Calls();
        CompletableFuture<List<String>> all =
                lanes(elements, element -> element.equals(0) ? null : element, calls, parallelism);
        while (!all.isDone()) {
            assertThat(calls.running.size()).isBetween(1, parallelism);
            Set<Object> lanes = new HashSet<>();
            calls.running.forEach((index, element) ->
                    assertThat(element.equals(0) || lanes.add(element)).isTrue());
            List<Integer> running = new ArrayList<>(calls.running.keySet());
            calls.answer(running.get(random.nextInt(running.size())));
        }
        assertThat(all)
                .isCompletedWithValue(
                        elements.stream().map(element -> element + "!").toList());
        Map<Object, Integer> lastOfLane = new HashMap<>();
        calls.begun.forEach((index, element) -> {
            Integer before = element.equals(0) ? null : lastOfLane.put(element, index);
            assertThat(before == null || before < index).isTrue();
        });
    }

    private static CompletableFuture<List<String>> lanes(
            List<?> elements, Function<Object, ?> laneOf, Calls calls, int parallelism) {
        return new Lanes<>(elements.iterator(), laneOf, calls, answer -> false, parallelism, Runnable::run).run();
    }

    /** Calls that are answered when a test says so. */
    private static final class Calls implements Lanes.Call<Object, String> {

        private final Map<Integer, Object> running = new LinkedHashMap<>();
        private final Map<Integer, Object> begun = new LinkedHashMap<>();
        private final Map<Integer, CompletableFuture<String>> answers = new HashMap<>();

        @Override
        public CompletableFuture<String> apply(int index, Object element) {
            running.put(index, element);
            begun.put(index, element);
            answers.put(index, new CompletableFuture<>());
            return answers.get(index);
        }

        void answer(int index) {
            Object element = running.remove(index);
            answers.get(index).complete(element + "!");
        }
    }
}
