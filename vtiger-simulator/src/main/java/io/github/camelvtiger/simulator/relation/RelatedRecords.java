package io.github.camelvtiger.simulator.relation;

import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.ItemTable;
import io.github.camelvtiger.simulator.store.ModuleTable;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the records that are related to one, whoever asks. */
final class RelatedRecords {

    private static final Set<String> DONE = Set.of("Completed", "Deferred");

    private final CrmStore store;

    RelatedRecords(CrmStore store) {
        this.store = store;
    }

    /** @return ids, ascending */
    List<String> ids(StoredRow record, Relation relation) {
        ModuleTable related = store.table(relation.to());
        Set<Long> numbers = new TreeSet<>();
        for (Way way : relation.ways()) {
            Stream<StoredRow> ends = way.ofContacts() ? contactsOf(record) : Stream.of(record);
            ends.forEach(end -> numbers(end, way, related).forEach(numbers::add));
        }
        return numbers.stream()
                .flatMap(number -> related.live(number).stream())
                .filter(only(relation))
                .map(StoredRow::id)
                .toList();
    }

    private Stream<StoredRow> contactsOf(StoredRow account) {
        return referring(store.table("Contacts"), "account_id", account.id());
    }

    private Stream<Long> numbers(StoredRow end, Way way, ModuleTable related) {
        return switch (way.kind()) {
            case FIELD -> referring(related, way.name(), end.id()).map(StoredRow::number);
            case OWN -> number(end.value(way.name()));
            case LINK ->
                Stream.concat(
                        store.links().heldBy(way.name(), end.number()),
                        store.links().holdersOf(way.name(), end.number()));
            case LINKED -> store.links().heldBy(way.name(), end.number());
            case LINKING -> store.links().holdersOf(way.name(), end.number());
            case ITEMS ->
                referring(store.table(ItemTable.MODULE), "productid", end.id())
                        .flatMap(item -> number(item.value("parent_id")));
        };
    }

    private static Stream<StoredRow> referring(ModuleTable table, String field, String id) {
        return table.live().filter(row -> row.value(field).equals(id));
    }

    private static Stream<Long> number(String id) {
        return id.isEmpty() ? Stream.empty() : Stream.of(Long.valueOf(id.substring(id.indexOf('x') + 1)));
    }

    private static Predicate<StoredRow> only(Relation relation) {
        return switch (relation.only()) {
            case "closed" -> row -> DONE.contains(row.value("taskstatus"));
            case "active" -> row -> row.value("filestatus").equals("1");
            default -> row -> true;
        };
    }
}
