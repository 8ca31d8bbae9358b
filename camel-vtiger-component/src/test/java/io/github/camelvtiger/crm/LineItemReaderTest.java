package io.github.camelvtiger.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineItemReaderTest {

    private final List<String> asked = new ArrayList<>();

    @Test
    void eachRecordGetsItsOwnInTheirOrder() {
        List<Map<String, Object>> states = items(item(1, 7, 2), item(2, 8, 1), item(3, 7, 1))
                .addTo(List.of(record(7), record(8), record(9)))
                .join();

        assertThat(ids(states.get(0))).containsExactly("33x3", "33x1");
        assertThat(ids(states.get(1))).containsExactly("33x2");
        assertThat(ids(states.get(2))).as("an order without items").isEmpty();
        assertThat(asked)
                .containsExactly(
                        "select * from LineItem where parent_id in ('7x7','7x8','7x9') order by id limit 100;");
    }

    @Test
    void aHundredItemsAreNotTakenForAll() {
        Object[][] many = IntStream.rangeClosed(1, 250)
                .mapToObj(number -> item(number, 7, number))
                .toArray(Object[][]::new);

        List<Map<String, Object>> states = items(many).addTo(List.of(record(7))).join();

        assertThat(ids(states.get(0))).hasSize(250).doesNotHaveDuplicates();
        assertThat(asked).hasSize(3);
        assertThat(asked.get(2))
                .isEqualTo(
                        "select * from LineItem where parent_id in ('7x7') and id > '33x200' order by id limit 100;");
    }

    @Test
    void aPageWithoutRecordsAsksNothing() {
        assertThat(items().addTo(List.of()).join()).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void manyRecordsAreAskedForInHundreds() {
        List<Map<String, Object>> records = IntStream.rangeClosed(1, 250)
                .mapToObj(LineItemReaderTest::record)
                .toList();

        assertThat(items(item(1, 7, 1)).addTo(records).join())
                .extracting(record -> record.get("id"))
                .containsExactlyElementsOf(
                        records.stream().map(record -> record.get("id")).toList());
        assertThat(asked).hasSize(3);
    }

    /** A CRM that knows no more of the query than from which id on. */
    private LineItemReader items(Object[]... items) {
        return new LineItemReader(
                vtql -> {
                    asked.add(vtql);
                    long after = vtql.contains("id > '")
                            ? Long.parseLong(vtql.replaceFirst(".* id > '33x(\\d+)'.*", "$1"))
                            : 0;
                    return CompletableFuture.completedFuture(new Page(
                            Arrays.stream(items)
                                    .filter(item -> (int) item[0] > after)
                                    .limit(100)
                                    .map(LineItemReaderTest::row)
                                    .toList(),
                            null));
                },
                id -> CompletableFuture.failedFuture(new AssertionError("queried, not retrieved")));
    }

    private static Object[] item(int number, int parent, int place) {
        return new Object[] {number, parent, place};
    }

    private static Map<String, Object> row(Object[] item) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("parent_id", "7x" + item[1]);
        row.put("sequence_no", String.valueOf(item[2]));
        row.put("quantity", "1.000");
        row.put("id", "33x" + item[0]);
        return row;
    }

    private static Map<String, Object> record(int number) {
        return Map.of("id", "7x" + number);
    }

    private static List<String> ids(Map<String, Object> record) {
        List<?> items = (List<?>) record.get("LineItems");
        return items.stream().map(item -> (String) ((Map<?, ?>) item).get("id")).toList();
    }
}
