package io.github.camelvtiger.routes.sync.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.SweptPage;
import io.github.camelvtiger.routes.sync.verify.SweepVerification.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a sweep says of a target, whatever becomes of the sweep. */
class SweepVerificationTest {

    private static final Instant BEGUN = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration SETTLE = Duration.ofMinutes(2);
    private static final Instant OLD = Instant.parse("2026-01-01T00:00:00Z");
    private static final long PAGE = 10;
    private static final long RECORDS = 40;

    private final TreeMap<Long, Instant> crm = new TreeMap<>();
    private final TreeMap<Long, Instant> target = new TreeMap<>();
    private final List<VerifiedModule> results = new ArrayList<>();
    private Optional<Progress> kept = Optional.empty();
    private Optional<Instant> verified = Optional.empty();
    private Instant now = BEGUN;
    private boolean isDown;
    private boolean isFilling;
    private int asked;
    private SweepVerification verification = verification();

    SweepVerificationTest() {
        for (long number = 1; number <= RECORDS; number++) {
            crm.put(number, OLD);
            target.put(number, OLD);
        }
    }

    @Test
    void aSweepThatFindsNothingProvesTheTargetAndAsksNothing() {
        sweep(0, RECORDS);
        end();

        assertThat(result()).hasToString("Contacts: of 40 records none differs; verified until 2026-03-01T09:58:00Z");
        assertThat(verified).contains(BEGUN.minus(SETTLE));
        assertThat(asked).isZero();
    }

    @Test
    void whatDiffersIsNamedAndPutRight() {
        target.remove(3L);
        target.put(17L, BEGUN);
        target.put(99L, OLD);
        sweep(0, RECORDS);
        end();
        assertThat(results)
                .as("a save may be under way, and a deletion be on its way")
                .isEmpty();
        later(SETTLE);
        assertThat(target).isNotEqualTo(crm);
        later(Duration.ofHours(1));

        assertThat(result().differences()).hasToString("[missing 12x3, changed 12x17: modifiedtime, extra 12x99]");
        assertThat(result().isSound()).isTrue();
        assertThat(target).isEqualTo(crm);
        assertThat(verified).isPresent();
    }

    @Test
    void whatTheFeedHasStillToBringIsLeftToIt() {
        crm.put(3L, BEGUN.plusSeconds(1));
        crm.put(41L, BEGUN.plusSeconds(2));
        sweep(0, RECORDS + 1);
        end();

        assertThat(result().differences()).isEmpty();
        assertThat(asked).isZero();
    }

    @Test
    void whatComesMeanwhileIsNoDifference() {
        target.remove(3L);
        target.put(99L, OLD);
        sweep(0, RECORDS);
        end();
        target.put(3L, OLD);
        target.remove(99L);
        later(SETTLE);

        assertThat(result().differences()).isEmpty();
    }

    @Test
    void aSweepOfWhichAPageWasMissedProvesNothing() {
        sweep(0, 20);
        isDown = true;
        sweep(20, 30);
        isDown = false;
        sweep(30, RECORDS);
        end();

        assertThat(results.get(0).failure()).contains("The target is down.");
        assertThat(results.get(1).until()).isEmpty();
        assertThat(verified).isEmpty();
    }

    @Test
    void anotherProcessGoesOnWhereNothingDiffered() {
        sweep(0, 20);
        verification = verification();
        sweep(20, RECORDS);
        end();
        assertThat(verified).isPresent();

        verified = Optional.empty();
        target.remove(15L);
        sweep(0, 20);
        verification = verification();
        sweep(20, RECORDS);
        end();
        assertThat(verified).as("what seemed to differ is forgotten").isEmpty();
    }

    @Test
    void aTargetThatIsBeingFilledIsNotCompared() {
        isFilling = true;
        target.clear();
        sweep(0, RECORDS);
        end();

        assertThat(result().differences()).isEmpty();
        assertThat(verified).isEmpty();
    }

    @Test
    void recordsThatTheUserMayNotSeeAnyMoreStay() {
        crm.tailMap(11L).clear();
        sweep(0, 10);
        end();
        later(SETTLE);
        later(Duration.ofHours(1));

        assertThat(result().differences()).hasSize(30);
        assertThat(result().isSound()).isFalse();
        assertThat(target).hasSize(40);
        assertThat(verified).isEmpty();
    }

    @Test
    void whatCannotBePutRightNowIsPutRightLater() {
        target.remove(3L);
        sweep(0, RECORDS);
        end();
        isDown = true;
        now = now.plus(SETTLE).plusSeconds(1);
        assertThatThrownBy(verification::look).hasMessage("The target is down.");
        isDown = false;
        verification.look();

        assertThat(result().isSound()).isTrue();
        assertThat(target).isEqualTo(crm);
    }

    private void sweep(long from, long to) {
        for (long after = from; after < to; after += PAGE) {
            long upTo = Math.min(after + PAGE, to);
            verification.swept(new SweptPage(
                    "Contacts",
                    BEGUN,
                    after,
                    OptionalLong.of(upTo),
                    BEGUN,
                    crm.subMap(after + 1, upTo + 1).entrySet().stream()
                            .map(entry -> record(entry.getKey(), entry.getValue()))
                            .toList()));
        }
    }

    private void end() {
        verification.swept(new SweptPage("Contacts", BEGUN, crm.lastKey(), OptionalLong.empty(), BEGUN, List.of()));
        verification.look();
    }

    private void later(Duration time) {
        now = now.plus(time).plusSeconds(1);
        verification.look();
    }

    private VerifiedModule result() {
        assertThat(results).hasSize(1);
        return results.get(0);
    }

    private SweepVerification verification() {
        return new SweepVerification(
                "Contacts",
                new Crm(),
                new Target(),
                new Writing(),
                () -> Optional.of(BEGUN),
                true,
                new Patience(SETTLE, Duration.ofHours(1), () -> false),
                () -> now,
                new SweepVerification.Kept() {
                    @Override
                    public Optional<Progress> find() {
                        return kept;
                    }

                    @Override
                    public void put(Progress progress) {
                        kept = Optional.of(progress);
                    }
                },
                results::add);
    }

    private static Map<String, Object> record(long number, Instant modified) {
        return Map.of("id", "12x" + number, "modifiedtime", modified);
    }

    private static long number(String id) {
        return RecordId.parse(id).number();
    }

    private final class Crm implements Records {

        @Override
        public void each(Consumer<Map<String, Object>> record) {
            throw new UnsupportedOperationException("A sweep reads all records already.");
        }

        @Override
        public List<Map<String, Object>> of(List<String> ids) {
            asked++;
            return ids.stream()
                    .map(SweepVerificationTest::number)
                    .filter(crm::containsKey)
                    .map(number -> record(number, crm.get(number)))
                    .toList();
        }

        @Override
        public Instant modified(Map<String, Object> record) {
            return (Instant) record.get("modifiedtime");
        }

        @Override
        public Instant now() {
            return now;
        }
    }

    private final class Target implements Comparison {

        @Override
        public List<Difference> compare(List<Map<String, Object>> records) {
            requireUp();
            List<Difference> differences = new ArrayList<>();
            for (Map<String, Object> record : records) {
                String id = record.get("id").toString();
                if (!target.containsKey(number(id))) {
                    differences.add(Difference.missing(id));
                } else if (!target.get(number(id)).equals(record.get("modifiedtime"))) {
                    differences.add(Difference.changed(id, List.of("modifiedtime")));
                }
            }
            return differences;
        }

        @Override
        public List<String> ids(long after, OptionalLong upTo) {
            return target.subMap(after + 1, upTo.orElse(Long.MAX_VALUE - 1) + 1).keySet().stream()
                    .map(number -> "12x" + number)
                    .toList();
        }

        @Override
        public Set<String> present(Collection<String> ids) {
            Set<String> present = new HashSet<>(ids);
            present.removeIf(id -> !target.containsKey(number(id)));
            return present;
        }

        @Override
        public void eachId(Consumer<String> id) {
            target.keySet().forEach(number -> id.accept("12x" + number));
        }

        @Override
        public boolean isFilling() {
            return isFilling;
        }

        @Override
        public void verified(Instant until) {
            verified = Optional.of(until);
        }
    }

    private final class Writing implements Repair {

        @Override
        public void write(List<String> ids) {
            requireUp();
            ids.forEach(id -> target.put(number(id), crm.get(number(id))));
        }

        @Override
        public void remove(List<String> ids) {
            ids.forEach(id -> target.remove(number(id)));
        }
    }

    private void requireUp() {
        if (isDown) {
            throw new IllegalStateException("The target is down.");
        }
    }
}
