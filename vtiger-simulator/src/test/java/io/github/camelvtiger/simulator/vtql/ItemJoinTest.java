package io.github.camelvtiger.simulator.vtql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.simulator.kind.Kinds;
import io.github.camelvtiger.simulator.metadata.MetadataLoader;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rows of a query of an inventory module ({@code webservice.md §7}): invoice 10 has three items, 11 one, 12 two, 13
 * none.
 */
class ItemJoinTest {

    private static final CrmUser ADMIN = new CrmUser(1, "admin", "", "", "Administrator", "", true, "UTC", 2);

    private final CrmStore store = new CrmStore(new MetadataLoader().load(), Kinds::of);
    private final QueryOperation query = new QueryOperation(store);

    @BeforeEach
    void fill() {
        store.table("Products").put(StoredRow.of(module("Products"), 5, Map.of("productname", "P")));
        for (long number = 10; number <= 13; number++) {
            store.table("Invoice").put(StoredRow.of(module("Invoice"), number, Map.of("subject", "S" + number % 2)));
        }
        item("7x10", "1", "0");
        item("7x10", "2", "10");
        item("7x10", "3", "0");
        item("7x11", "4", "0");
        item("7x12", "5", "0");
        item("7x12", "6", "0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "select * from Invoice                                             | 10 11 12 13",
                "select * from Invoice order by id limit 4                         | 10 11",
                "select * from Invoice order by id limit 2,3                       | 10 11 12",
                "select * from Invoice order by id desc limit 2                    | 13 12",
                "select id, subject from Invoice limit 3                           | 10 11 12",
                "select id, quantity from Invoice limit 3                          | 10",
                "select id from Invoice where quantity > 3                         | 11 12",
                "select id from Invoice where quantity > 1 order by id limit 2     | 10",
                "select id from Invoice where productid = '14x5' and id = '7x12'   | 12",
                "select id from Invoice where hdnDiscountPercent > 0               | 10",
                "select id from Invoice order by quantity                          | ``",
                "select id, quantity from Invoice order by quantity desc limit 3   | 12 11",
            })
    void rowsAreItemsBeforeTheyAreRecords(String statement, String ids) {
        assertThat(rows(statement).stream()
                        .map(row -> row.get("id").toString().substring("7x".length()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select count(*) from Invoice                       | 4",
                "select count(*) from Invoice where quantity > 0    | 6",
                "select count(*) from Invoice where quantity = 5    | 1",
            })
    void countsAreOfItemsWhereAConditionIs(String statement, String count) {
        assertThat(rows(statement)).containsExactly(Map.of("count", count));
    }

    @Test
    void aRecordShowsTheLastOfItsItemsAndTheirDiscountsAsItsOwn() {
        assertThat(rows("select * from Invoice where id = '7x10'"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("quantity", "3.000")
                        .containsEntry("discount_percent", "0.000")
                        .containsEntry("productid", "14x5")
                        .doesNotContainKeys("hdnDiscountPercent", "hdnDiscountAmount", "label", "LineItems"));
        assertThat(rows("select hdnDiscountPercent from Invoice where quantity = 2"))
                .containsExactly(Map.of("discount_percent", "10.000", "id", "7x10"));
    }

    @Test
    void itemsAreFoundByTheirRecordsAndShowNoProductThatIsDeleted() {
        store.table("Products")
                .put(new StoredRow(
                        module("Products"),
                        5,
                        new String[module("Products").fields().size()],
                        true));
        assertThat(rows("select * from LineItem where parent_id IN ('7x11', '7x13')"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("parent_id", "7x11")
                        .containsEntry("productid", "")
                        .containsEntry("description", "")
                        .containsEntry("id", "33x4"));
    }

    private void item(String parent, String quantity, String discount) {
        store.items().add(parent, Map.of("productid", "14x5", "quantity", quantity, "discount_percent", discount));
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> rows(String statement) {
        Call call = new Call(ADMIN, "session", "", Map.of("query", statement + ";"));
        return (List<Map<String, Object>>) query.execute(call);
    }

    private ModuleMetadata module(String name) {
        return store.metadata().module(name).orElseThrow();
    }
}
