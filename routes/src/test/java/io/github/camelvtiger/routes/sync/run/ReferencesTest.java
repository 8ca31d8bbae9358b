package io.github.camelvtiger.routes.sync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.routes.sync.mapping.ReferenceByKey;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.store.Reject;
import io.github.camelvtiger.routes.sync.store.RunCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReferencesTest {

    private final List<Map<String, Object>> accounts =
            new ArrayList<>(List.of(account("11x1", "Acme"), account("11x2", "Twice"), account("11x3", "Twice")));
    private final References references = new References((module, field, values) ->
            accounts.stream().filter(each -> values.contains(each.get(field))).toList());

    private static Map<String, Object> account(String id, String name) {
        return Map.of("id", id, "accountname", name);
    }

    private Chunk resolved(String... names) {
        return references.resolved(portion(names), (wanted, row) -> {
            throw new IllegalStateException("None is to be created.");
        });
    }

    private static Chunk portion(String... names) {
        List<Chunk.Target> rows = new ArrayList<>();
        for (String name : names) {
            rows.add(new Chunk.Target(
                    new Row(rows.size() + 1L, "line " + (rows.size() + 2), Map.of(), Optional.empty()),
                    Map.of("account_id", new ReferenceByKey(List.of("Accounts"), "accountname", name, false))));
        }
        return new Chunk("Contacts", "upsert", rows, List.of(), List.of(), RunCounts.NONE, rows.size());
    }

    @Test
    void aRecordThatIsNotThereMayComeAndTwoOfThemWaitForAPerson() {
        Chunk chunk = resolved("Acme", "Later", "Twice");

        assertThat(chunk.rows()).extracting(Chunk.Target::record).containsExactly(Map.of("account_id", "11x1"));
        assertThat(chunk.refused())
                .extracting(Chunk.Refused::cause)
                .containsExactly(Reject.Cause.PASSING, Reject.Cause.REFUSED);
    }

    @Test
    void aRecordThatAPlannedRunCreatesHasAStandIn() {
        Chunk chunk = references.resolved(portion("Planned"), new NewRecords() {
            @Override
            public String create(ReferenceByKey wanted, Row row) {
                throw new IllegalStateException("None is to be created.");
            }

            @Override
            public Optional<String> planned(ReferenceByKey wanted) {
                return Optional.of("11x99");
            }
        });

        assertThat(chunk.refused()).isEmpty();
        assertThat(chunk.rows()).extracting(Chunk.Target::record).containsExactly(Map.of("account_id", "11x99"));
    }
}
