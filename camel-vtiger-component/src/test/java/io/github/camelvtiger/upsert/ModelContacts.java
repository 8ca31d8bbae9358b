package io.github.camelvtiger.upsert;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The contacts of a CRM in memory, which counts what it is asked to do. */
final class ModelContacts implements KeySource, UpsertTarget {

    static final ModuleDescription MODULE = new ModuleDescription(
            "Contacts",
            "Contacts",
            12,
            Stream.of("id", "email", "lastname", "phone")
                    .map(name -> new Field(name, name, "string", false, !name.equals("id"), List.of(), List.of()))
                    .toList(),
            Map.of());

    private final List<Map<String, Object>> records = new ArrayList<>();
    private int ids;
    private int pages;
    private int fullPages;
    private int writes;

    void add(Map<String, ?> fields) {
        Map<String, Object> record = new LinkedHashMap<>(fields);
        record.put("id", "12x" + ++ids);
        record.putIfAbsent("phone", "");
        record.putIfAbsent("lastname", "");
        records.add(record);
    }

    /** Those with the key of the row, the oldest first. */
    List<Map<String, Object>> having(MatchFields match, Map<String, Object> row) {
        MatchKey key = match.key(row);
        return records.stream()
                .filter(record -> match.keyOf(record).filter(key::equals).isPresent())
                .<Map<String, Object>>map(LinkedHashMap::new)
                .toList();
    }

    /** Ids of what a batch creates depend on its order, so they are left out. */
    List<String> withoutIds() {
        return records.stream()
                .map(record -> record.get("email") + "/" + record.get("lastname") + "/" + record.get("phone"))
                .sorted()
                .toList();
    }

    int pages() {
        return pages;
    }

    int fullPages() {
        return fullPages;
    }

    int writes() {
        return writes;
    }

    @Override
    public CompletableFuture<List<Map<String, Object>>> page(KeyQuery query) {
        pages++;
        Comparator<Map<String, Object>> byValue =
                Comparator.comparing(record -> query.match().valueOf(query.field(), record));
        List<Map<String, Object>> page =
                matching(query).sorted(byValue).limit(PAGE).toList();
        fullPages += page.size() == PAGE ? 1 : 0;
        return CompletableFuture.completedFuture(page);
    }

    @Override
    public CompletableFuture<List<Map<String, Object>>> all(KeyQuery query) {
        int found = (int) matching(query).count();
        pages += 1 + found / PAGE;
        fullPages += found / PAGE;
        return CompletableFuture.completedFuture(matching(query).toList());
    }

    @Override
    public CompletableFuture<Long> count(KeyQuery query) {
        return CompletableFuture.completedFuture(matching(query).count());
    }

    @Override
    public CompletableFuture<Boolean> hidesRecords() {
        return CompletableFuture.completedFuture(false);
    }

    private Stream<Map<String, Object>> matching(KeyQuery query) {
        Set<String> asked = query.keys().stream()
                .map(key -> key.values().get(query.field()))
                .collect(Collectors.toSet());
        return records.stream()
                .filter(record -> asked.contains(query.match().valueOf(query.field(), record)))
                .<Map<String, Object>>map(LinkedHashMap::new);
    }

    @Override
    @SuppressWarnings("unchecked")
    public CompletableFuture<Map<String, Object>> prepared(Object row) {
        return CompletableFuture.completedFuture(new LinkedHashMap<>((Map<String, Object>) row));
    }

    @Override
    public CompletableFuture<WriteResult> create(int index, Map<String, Object> record) {
        writes++;
        add(record);
        return written(records.get(records.size() - 1));
    }

    @Override
    public CompletableFuture<WriteResult> revise(int index, Map<String, Object> fields, Map<String, Object> stored) {
        writes++;
        Map<String, Object> record = records.stream()
                .filter(each -> each.get("id").equals(fields.get("id")))
                .findFirst()
                .orElseThrow();
        record.putAll(fields);
        return written(record);
    }

    @Override
    public CompletableFuture<WriteResult> reviseUncreated(
            int index, Map<String, Object> fields, Map<String, Object> stored) {
        throw new IllegalStateException("no write is withheld here");
    }

    private static CompletableFuture<WriteResult> written(Map<String, Object> record) {
        return CompletableFuture.completedFuture(new WriteResult(new LinkedHashMap<>(record), List.of()));
    }
}
