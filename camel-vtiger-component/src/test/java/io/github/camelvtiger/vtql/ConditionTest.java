package io.github.camelvtiger.vtql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.client.QuerySyntaxException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class ConditionTest {

    @Test
    void joiningWithAndWritesOutEveryPairBecauseVtqlHasNoParentheses() {
        Condition joined = Condition.parse("a = 1 or b = 2").and(Condition.parse("c = 3 or d = 4"));

        assertThat(joined.clause())
                .isEqualTo(" where a = 1 and c = 3 or a = 1 and d = 4 or b = 2 and c = 3 or b = 2 and d = 4");
        assertThat(joined.fields()).containsExactlyInAnyOrder("a", "b", "c", "d");
    }

    @Test
    void noConditionHoldsAlways() {
        Condition some = Condition.parse("a = 1");

        assertThat(Condition.parse(" ")).isEqualTo(Condition.NONE);
        assertThat(Condition.parse(null).clause()).isEmpty();
        assertThat(Condition.NONE.and(some)).isEqualTo(some);
        assertThat(some.and(Condition.NONE)).isEqualTo(some);
        assertThat(some.or(Condition.NONE).clause()).isEmpty();
        assertThat(Condition.NONE.or(some).clause()).isEmpty();
    }

    @Test
    void theWordWhereIsLeftOutOfAnOption() {
        assertThatThrownBy(() -> Condition.parse("where a = 1"))
                .isInstanceOf(QuerySyntaxException.class)
                .hasMessageContaining("leave the word WHERE out of the option where");
    }

    @Test
    void whatFollowsAConditionIsRefused() {
        assertThatThrownBy(() -> Condition.parse("a = 1 order by a")).hasMessageContaining("it should end there");
    }

    @Property
    void whatIsWrittenMeansWhatWasMeant(
            @ForAll("meanings") Meaning meaning, @ForAll boolean a, @ForAll boolean b, @ForAll boolean c) {
        Map<String, Boolean> fields = Map.of("a", a, "b", b, "c", c);

        assertThat(asTheServerReads(meaning.written().clause(), fields))
                .isEqualTo(meaning.means().test(fields));
    }

    @Property
    void whatIsWrittenIsReadAgain(@ForAll("meanings") Meaning meaning) {
        assertThat(Condition.parse(meaning.written().toString()).alternatives())
                .isEqualTo(meaning.written().alternatives());
    }

    @Provide
    Arbitrary<Meaning> meanings() {
        Arbitrary<Meaning> test = Combinators.combine(Arbitraries.of("a", "b", "c"), Arbitraries.of(true, false))
                .as((field, value) -> new Meaning(
                        Condition.parse(field + " = " + (value ? 1 : 0)), fields -> fields.get(field) == value));
        Arbitrary<Meaning> leaf = Arbitraries.frequencyOf(
                Tuple.of(9, test), Tuple.of(1, Arbitraries.just(new Meaning(Condition.NONE, fields -> true))));
        return Arbitraries.recursive(
                () -> leaf,
                inner -> Combinators.combine(inner, inner, Arbitraries.of(true, false))
                        .as((one, other, and) -> and ? one.and(other) : one.or(other)),
                0,
                3);
    }

    /** OR parts alternatives, AND binds tighter. */
    private static boolean asTheServerReads(String clause, Map<String, Boolean> fields) {
        return clause.isEmpty()
                || Arrays.stream(clause.substring(" where ".length()).split(" or "))
                        .anyMatch(alternative -> Arrays.stream(alternative.split(" and "))
                                .map(test -> test.split(" = "))
                                .allMatch(test -> fields.get(test[0]) == test[1].equals("1")));
    }

    record Meaning(Condition written, Predicate<Map<String, Boolean>> means) {
        Meaning and(Meaning other) {
            return new Meaning(written.and(other.written), means.and(other.means));
        }

        Meaning or(Meaning other) {
            return new Meaning(written.or(other.written), means.or(other.means));
        }
    }
}
