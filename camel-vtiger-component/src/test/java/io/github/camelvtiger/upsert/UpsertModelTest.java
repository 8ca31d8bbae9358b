package io.github.camelvtiger.upsert;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchItem.Outcome;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.inventory.ItemDifference;
import io.github.camelvtiger.inventory.LineItemUpdate;
import io.github.camelvtiger.values.FieldValues;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** Any batch on any CRM, against rows that are applied one by one by the plainest rules. */
class UpsertModelTest {

    @Property(tries = 300)
    void aBatchIsItsRowsOneByOne(
            @ForAll("records") List<Map<String, Object>> stored,
            @ForAll("rows") List<Map<String, Object>> rows,
            @ForAll("matchFields") List<String> matchFields,
            @ForAll OnMultiple onMultiple,
            @ForAll @IntRange(min = 1, max = 4) int parallelism) {
        ModelContacts crm = new ModelContacts();
        stored.forEach(crm::add);
        ModelContacts wanted = new ModelContacts();
        stored.forEach(wanted::add);
        MatchFields match = MatchFields.of(ModelContacts.MODULE, matchFields);

        BatchResult result = upserted(
                crm,
                rows,
                match,
                new UpsertSettings(matchFields, onMultiple, false, parallelism, LineItemUpdate.MERGE));

        List<Outcome> expected = oneByOne(wanted, rows, match, onMultiple);
        assertThat(result).extracting(BatchItem::outcome).isEqualTo(expected);
        assertThat(result).extracting(BatchItem::index).isSorted().hasSize(rows.size());
        assertThat(crm.withoutIds()).isEqualTo(wanted.withoutIds());
        assertThat(crm.writes()).isEqualTo(wanted.writes());
        assertThat(crm.pages()).isLessThanOrEqualTo((rows.size() + 99) / 100 + crm.fullPages());
    }

    @Property(tries = 300)
    void afterItsBatchEveryRowIsUnchanged(@ForAll("rows") List<Map<String, Object>> rows) {
        ModelContacts crm = new ModelContacts();
        List<Map<String, Object>> distinct = new ArrayList<>();
        MatchFields match = MatchFields.of(ModelContacts.MODULE, List.of("email"));
        Map<MatchKey, Map<String, Object>> byKey = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> !row.get("email").toString().isBlank())
                .forEach(row -> byKey.put(match.key(row), row));
        distinct.addAll(byKey.values());
        UpsertSettings settings = new UpsertSettings(List.of("email"), OnMultiple.FAIL, false, 1, LineItemUpdate.MERGE);
        upserted(crm, distinct, match, settings);
        int writes = crm.writes();

        assertThat(upserted(crm, distinct, match, settings).items().stream().map(BatchItem::outcome))
                .allMatch(Outcome.UNCHANGED::equals);
        assertThat(crm.writes()).isEqualTo(writes);
    }

    private static BatchResult upserted(
            ModelContacts crm, List<Map<String, Object>> rows, MatchFields match, UpsertSettings settings) {
        UpsertChunk chunk = new UpsertChunk(
                match,
                new RecordDifference(
                        ModelContacts.MODULE,
                        match,
                        new FieldValues("Contacts", ZoneOffset.UTC),
                        2,
                        new ItemDifference(LineItemUpdate.MERGE),
                        new TruncatedTexts()),
                new KeyLookup(crm, match),
                LookupDetails.NONE,
                crm,
                new KeyQueues().scope("Contacts", Runnable::run),
                settings,
                Runnable::run);
        return new UpsertBatch(
                        rows.iterator(),
                        IntUnaryOperator.identity(),
                        chunk,
                        settings,
                        UnaryOperator.identity(),
                        Runnable::run)
                .run()
                .join();
    }

    /** What a batch must come to. */
    private static List<Outcome> oneByOne(
            ModelContacts crm, List<Map<String, Object>> rows, MatchFields match, OnMultiple onMultiple) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            if (match.names().stream().anyMatch(field -> String.valueOf(row.getOrDefault(field, ""))
                    .isBlank())) {
                outcomes.add(Outcome.FAILED);
                continue;
            }
            List<Map<String, Object>> found = crm.having(match, row);
            if (found.isEmpty()) {
                crm.create(0, row);
                outcomes.add(Outcome.CREATED);
            } else if (found.size() > 1 && onMultiple == OnMultiple.FAIL) {
                outcomes.add(Outcome.FAILED);
            } else {
                outcomes.add(written(crm, row, match, onMultiple == OnMultiple.ALL ? found : found.subList(0, 1)));
            }
        }
        return outcomes;
    }

    private static Outcome written(
            ModelContacts crm, Map<String, Object> row, MatchFields match, List<Map<String, Object>> targets) {
        Outcome outcome = Outcome.UNCHANGED;
        for (Map<String, Object> target : targets) {
            Map<String, Object> changes = new LinkedHashMap<>(row);
            changes.keySet().removeAll(match.names());
            changes.entrySet().removeIf(field -> field.getValue().equals(target.get(field.getKey())));
            if (!changes.isEmpty()) {
                changes.put("id", target.get("id"));
                crm.revise(0, changes, target);
                outcome = Outcome.UPDATED;
            }
        }
        return outcome;
    }

    @Provide
    Arbitrary<List<String>> matchFields() {
        return Arbitraries.of(List.of("email"), List.of("email", "lastname"), List.of("lastname", "email"));
    }

    /** Few keys with many records of each, or many keys, enough for full pages. */
    @Provide
    Arbitrary<List<Map<String, Object>>> records() {
        return Arbitraries.oneOf(
                record(5).list().ofMaxSize(20),
                record(300).list().ofMaxSize(400),
                record(3).list().ofMaxSize(350));
    }

    @Provide
    Arbitrary<List<Map<String, Object>>> rows() {
        return Arbitraries.oneOf(
                record(5).list().ofMaxSize(20),
                record(300).list().ofMaxSize(350),
                record(4_000).list().ofMaxSize(350));
    }

    private static Arbitrary<Map<String, Object>> record(int keys) {
        Arbitrary<String> email = Arbitraries.integers()
                .between(0, keys)
                .flatMap(number ->
                        Arbitraries.of("é" + number + "@x.org", "E" + number + "@X.ORG", "e" + number + "@x.org "));
        return Combinators.combine(
                        Arbitraries.frequencyOf(Tuple.of(30, email), Tuple.of(1, Arbitraries.of("", "  "))),
                        Arbitraries.of("", "Nowak", "nowak", "Żak"),
                        Arbitraries.of("", "1", "2"))
                .as((address, lastname, phone) -> Map.of("email", address, "lastname", lastname, "phone", phone));
    }
}
