package io.github.camelvtiger.simulator.record;

import io.github.camelvtiger.simulator.inventory.InventoryBook;
import io.github.camelvtiger.simulator.inventory.ItemSave;
import io.github.camelvtiger.simulator.inventory.NotANumber;
import io.github.camelvtiger.simulator.inventory.StockMoves;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.ServerCrash;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.StoredRow;
import io.github.camelvtiger.simulator.value.SentElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Line items by themselves. Create and revise do not touch the totals; update and delete rewrite all items of the record
 * and most often fail over it ({@code webservice.md §9}).
 */
final class LineItemRecords implements RecordHandler {

    private final CrmStore store;
    private final RecordAccess access;
    private final StoredTexts texts;
    private final InventoryBook book;
    private final ItemSave items;
    private final StockMoves stock;
    private final LineItemAnswer answer;

    LineItemRecords(CrmStore store, InventoryBook book) {
        this.store = store;
        this.access = new RecordAccess(store);
        this.texts = new StoredTexts(store);
        this.book = book;
        this.items = new ItemSave(store, book);
        this.stock = new StockMoves(store, book);
        this.answer = new LineItemAnswer(book);
    }

    @Override
    public Map<String, Object> create(ModuleMetadata module, SentElement element, CrmUser user) {
        StoredRow parent = access.readable(element.text("parent_id"), user);
        try {
            return answer.created(items.addSingle(parent, element.sent()), parent, element.sent());
        } catch (NotANumber e) {
            throw new ServerCrash(e.getMessage());
        }
    }

    @Override
    public Map<String, Object> retrieve(StoredRow item, CrmUser user) {
        return answer.retrieved(item, access.readable(item.value("parent_id"), user));
    }

    @Override
    public Map<String, Object> update(StoredRow item, SentElement element, CrmUser user) {
        StoredRow parent = access.readable(element.text("parent_id"), user);
        List<StoredRow> before = book.items().of(parent.number());
        if (before.stream().noneMatch(sibling -> sibling.number() == item.number())) {
            throw new WebserviceException("UNKOWN_CHILD", "given line item is not child of parent");
        }
        List<StoredRow> removed = book.items().removeAll(parent.number());
        stock.restored(parent, removed);
        // Items are rewritten in their order, but all that is not sent has lost its parent.
        if (before.get(0).number() != item.number()) {
            throw notFound();
        }
        StoredRow written = written(parent, element);
        if (before.size() > 1) {
            throw notFound();
        }
        stock.restored(parent, removed);
        if (!isIndividual(parent)) {
            throw new ServerCrash("the sent item is taken for a list of items");
        }
        items.total(parent, List.of());
        return answer.created(written, parent, element.sent());
    }

    private StoredRow written(StoredRow parent, SentElement element) {
        try {
            return items.addSingle(parent, element.sent());
        } catch (NotANumber e) {
            throw new ServerCrash(e.getMessage());
        }
    }

    private static WebserviceException notFound() {
        return new WebserviceException("RECORD_NOT_FOUND", "Record not found");
    }

    @Override
    public Map<String, Object> revise(StoredRow item, SentElement element, CrmUser user) {
        Map<String, String> changes = texts.change(item.module(), element, user);
        element.sent().forEach((field, value) -> {
            if (value == null) {
                changes.remove(field);
            }
        });
        book.items().change(item, changes);
        return retrieve(store.table(item.module().name()).live(item.number()).orElse(item), user);
    }

    /** The other items are rewritten, with new numbers; only if taxes are individual the server gets to the end. */
    @Override
    public void delete(StoredRow item, CrmUser user) {
        StoredRow parent = access.readable(item.value("parent_id"), user);
        List<Object> others = new ArrayList<>(book.shownItems(parent));
        others.removeIf(other -> ((Map<?, ?>) other).get("id").equals(item.id()));
        List<StoredRow> removed = book.items().removeAll(parent.number());
        stock.restored(parent, removed);
        items.add(parent, others);
        stock.itemsReplaced(parent, removed);
        if (!isIndividual(parent)) {
            throw new ServerCrash("the deleted item is taken for a list of items");
        }
        items.total(parent, List.of());
        stock.restored(parent, removed);
    }

    private static boolean isIndividual(StoredRow parent) {
        return parent.value("hdnTaxType").equalsIgnoreCase("individual");
    }
}
