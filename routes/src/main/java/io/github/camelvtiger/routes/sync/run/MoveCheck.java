package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.WriteInterceptor;
import io.github.camelvtiger.routes.sync.rows.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares what has moved: a pass through all records of the source that writes nothing, and counts what the target lacks or has
 * otherwise, field by field as the mapping makes them.
 */
final class MoveCheck implements Pass {

    /** Orders that move take their goods from the stock once more ({@code webservice.md §9}). */
    private static final String STOCK = "qtyinstock";

    private final MovedPortions portions;
    private final Map<String, Map<String, Object>> seen = new HashMap<>();
    private final Map<String, Counts> counts = new LinkedHashMap<>();

    MoveCheck(MovedPortions portions) {
        this.portions = portions;
    }

    private static final class Counts {
        private long read;
        private long there;
        private long different;
        private final Map<String, Long> fields = new TreeMap<>();
    }

    /**
     * What is to be done about the records of a portion.
     *
     * @param afterwards what follows from other writes than those of a record itself, by its id
     * @param stocks products of which nothing but the stock differs, each with its right one
     */
    record Portion(Map<String, Map<String, Object>> afterwards, List<Chunk.Target> stocks) {}

    Portion add(Chunk chunk) {
        seen.clear();
        List<Chunk.Target> stocks = new ArrayList<>();
        Stream.of(
                        chunk.rows().stream().map(Chunk.Target::row),
                        chunk.refused().stream().map(Chunk.Refused::row),
                        chunk.idle().stream())
                .flatMap(rows -> rows)
                .forEach(row -> of(row).read++);
        Chunk checked = portions.resolved(chunk, this);
        if (!chunk.operation().equals("revise")) {
            return new Portion(Map.of(), List.of());
        }
        checked.needless().forEach(row -> of(row).there++);
        for (Chunk.Target target : checked.rows()) {
            Counts counted = of(target.row());
            counted.there++;
            if (target.record().containsKey(STOCK) && target.record().size() == 2) {
                stocks.add(SecondStep.row(target.row().place(), chunk.module(), target.record()));
                continue;
            }
            counted.different++;
            target.record().keySet().stream()
                    .filter(field -> !field.equals("id"))
                    .forEach(field -> counted.fields.merge(field, 1L, Long::sum));
        }
        return new Portion(Map.copyOf(seen), stocks);
    }

    private Counts of(Row row) {
        return counts.computeIfAbsent(row.module().orElseThrow(), same -> new Counts());
    }

    /**
     * What came of it, without a full stop.
     *
     * @param records how many a module of the target has in all
     */
    String sentence(ToLongFunction<String> records) {
        return "compared: "
                + counts.entrySet().stream()
                        .map(module -> text(module.getKey(), module.getValue(), records.applyAsLong(module.getKey())))
                        .collect(Collectors.joining(", "));
    }

    private static String text(String module, Counts counts, long all) {
        return module + " " + counts.there + " of " + counts.read
                + (all == counts.there ? "" : " (of " + all + " here)")
                + (counts.different == 0
                        ? ""
                        : ", " + counts.different + " of them different in "
                                + String.join(", ", counts.fields.keySet()));
    }

    @Override
    public void seen(String id, Map<String, Object> record) {
        Map<String, Object> stamps = new LinkedHashMap<>(record);
        stamps.keySet().retainAll(Afterwards.FIELDS);
        seen.put(id, stamps);
    }

    @Override
    public long after() {
        return 0;
    }

    @Override
    public WriteInterceptor interceptor(Chunk chunk) {
        throw new IllegalStateException("Nothing is written.");
    }

    @Override
    public NewRecords newRecords() {
        throw new IllegalStateException("Nothing is written.");
    }

    @Override
    public void done(Chunk chunk, WriteInterceptor interceptor, BatchResult result) {
        throw new IllegalStateException("Nothing is written.");
    }

    @Override
    public void finish() {}
}
