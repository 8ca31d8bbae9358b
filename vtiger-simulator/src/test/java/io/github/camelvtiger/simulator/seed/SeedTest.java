package io.github.camelvtiger.simulator.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.simulator.kind.Kinds;
import io.github.camelvtiger.simulator.metadata.MetadataLoader;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SeedTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void aFreshServerHasUsersGroupsAndACurrencyButNoRecords() {
        CrmStore store = planted("empty");
        assertThat(store.user("Admin")).map(CrmUser::admin).contains(true);
        assertThat(store.user("sales1")).map(CrmUser::id).contains("19x6");
        assertThat(store.table("Groups").live()).extracting(StoredRow::id).containsExactly("20x2", "20x3", "20x4");
        assertThat(store.table("Currency").live()).extracting(StoredRow::id).containsExactly("21x1");
        assertThat(counts(store)).isEmpty();
    }

    @Test
    void accessKeysDifferBetweenUsers() {
        CrmStore store = planted("empty");
        assertThat(store.user("admin").orElseThrow().accessKey())
                .hasSize(16)
                .isNotEqualTo(store.user("sales1").orElseThrow().accessKey());
    }

    @Test
    void theDemoIsASmallCompany() {
        CrmStore store = planted("demo");
        assertThat(counts(store))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Accounts",
                        20L,
                        "Contacts",
                        60L,
                        "Leads",
                        25L,
                        "HelpDesk",
                        30L,
                        "Potentials",
                        15L,
                        "Products",
                        8L));
        assertThat(store.table("HelpDesk").live()).allSatisfy(ticket -> {
            assertThat(ticket.value("parent_id")).startsWith("11x");
            assertThat(ticket.value("ticket_no")).startsWith("TT");
            assertThat(ticket.value("hours")).isEqualTo("0.00000000");
        });
    }

    @Test
    void contactsAreAsManyAsAskedForWithAscendingTimes() {
        CrmStore store = planted("contacts=1000");
        assertThat(store.table("Contacts")
                        .live()
                        .map(row -> row.value("modifiedtime"))
                        .toList())
                .hasSize(1000)
                .isSorted();
        StoredRow first = store.table("Contacts").live().findFirst().orElseThrow();
        assertThat(first.value("contact_no")).isEqualTo("CON1");
        assertThat(first.value("createdtime")).isEqualTo("2026-11-23 12:00:00");
        assertThat(first.value("account_id")).startsWith("11x");
    }

    @Test
    void anUnknownSeedIsRefusedWithTheCure() {
        assertThatThrownBy(() -> Seed.parse("contacts=many"))
                .hasMessage(
                        "seed is \"contacts=many\": give empty, demo, contacts=N with a number N, such as contacts=50000,"
                                + " or a file that the command clone has written");
    }

    private static CrmStore planted(String seed) {
        CrmStore store = new CrmStore(new MetadataLoader().load(), Kinds::of);
        Seed.parse(seed).plant(store, NOW, new Random(1));
        return store;
    }

    private static Map<String, Long> counts(CrmStore store) {
        Map<String, Long> counts = new TreeMap<>();
        store.entityTables().stream()
                .filter(table -> !table.rows().isEmpty())
                .forEach(table -> counts.put(table.module().name(), table.live().count()));
        return counts;
    }
}
