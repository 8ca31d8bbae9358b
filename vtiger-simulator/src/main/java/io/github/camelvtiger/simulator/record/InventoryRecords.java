package io.github.camelvtiger.simulator.record;

import io.github.camelvtiger.simulator.inventory.InventoryBook;
import io.github.camelvtiger.simulator.inventory.ItemSave;
import io.github.camelvtiger.simulator.inventory.NotANumber;
import io.github.camelvtiger.simulator.inventory.OrderModule;
import io.github.camelvtiger.simulator.inventory.PhpNumber;
import io.github.camelvtiger.simulator.inventory.SentTerms;
import io.github.camelvtiger.simulator.inventory.Totals;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.ServerCrash;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.RecordWriter;
import io.github.camelvtiger.simulator.store.StoredRow;
import io.github.camelvtiger.simulator.value.DecodingCache;
import io.github.camelvtiger.simulator.value.HtmlText;
import io.github.camelvtiger.simulator.value.SentElement;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Saves of Quotes, SalesOrder, PurchaseOrder and Invoice. The items are written after the header, those of before are
 * deleted with it, so that a reader in between sees a record without items ({@code change-feed.md §1}).
 */
final class InventoryRecords implements RecordHandler {

    private static final String LINE_ITEMS = "LineItems";

    private final CrmStore store;
    private final RecordWriter writer;
    private final StoredTexts texts;
    private final HtmlText html;
    private final InventoryBook book;
    private final ItemSave items;
    private final InventoryAnswer answer;
    private final InventoryEffects effects;
    private final RecordLabels labels;
    private final OrderFaults faults;

    InventoryRecords(
            CrmStore store,
            RecordWriter writer,
            RecordAnswer records,
            RecordLabels labels,
            HtmlText html,
            InventoryBook book,
            OrderFaults faults) {
        this.faults = faults;
        this.store = store;
        this.labels = labels;
        this.writer = writer;
        this.texts = new StoredTexts(store);
        this.html = html;
        this.book = book;
        this.items = new ItemSave(store, book);
        this.answer = new InventoryAnswer(records, book);
        this.effects = new InventoryEffects(store, book);
    }

    @Override
    public Map<String, Object> create(ModuleMetadata module, SentElement element, CrmUser user)
            throws InterruptedException {
        return writer.whole(() -> created(module, element, user));
    }

    private Map<String, Object> created(ModuleMetadata module, SentElement element, CrmUser user)
            throws InterruptedException {
        try {
            SentTerms terms = new SentTerms(element.sent());
            Object lineItems = element.sent().get(LINE_ITEMS);
            List<Object> sentItems = ItemSave.elements(lineItems);
            faults.itemsSent(sentItems);
            if (isEmpty(lineItems)) {
                throw new WebserviceException("MANDATORY_FIELDS_MISSING", "Mandatory Fields Missing..");
            }
            faults.creating();
            Map<String, String> values = texts.create(module, element.with(terms.added()), user);
            values.putAll(InventoryTexts.written(module, terms));
            if (OrderModule.refused(StoredRow.of(module, 0, values), store)) {
                store.nextNumber(module);
                throw new ServerCrash("the database refuses a reference to a record that never existed");
            }
            StoredRow header = writer.create(module, values, user);
            labels.created(header, element);
            faults.created(header, element);
            // A save with items takes the time of creation over, as an import does.
            change(header, InventoryTexts.createdTime(module, element));
            Map<String, Object> result = new LinkedHashMap<>(Map.of("id", header.id()));
            result.putAll(saveItems(null, header, terms, sentItems, List.of(), user));
            result.put(LINE_ITEMS, answer.items(header));
            effects.created(current(header));
            result.put("new", true);
            return result;
        } catch (NotANumber e) {
            throw new ServerCrash(e.getMessage());
        }
    }

    @Override
    public Map<String, Object> retrieve(StoredRow header, CrmUser user) {
        return answer.retrieved(header, user);
    }

    @Override
    public Map<String, Object> update(StoredRow before, SentElement element, CrmUser user) throws InterruptedException {
        return writer.whole(() -> updated(before, element, user));
    }

    /** Without items it is a revise. */
    private Map<String, Object> updated(StoredRow before, SentElement element, CrmUser user)
            throws InterruptedException {
        if (isEmpty(element.sent().get(LINE_ITEMS))) {
            return reviseHeader(before, element, user);
        }
        try {
            Map<String, Object> parent = replaceItems(before, element, false, user);
            Map<String, Object> result = answer.emptied(current(before), user);
            result.putAll(parent);
            effects.updated(before, current(before));
            if (!element.has("description")) {
                // Written once more as it was read: encoded. The answer does not show it yet.
                change(before, Map.of("description", html.encode(current(before).value("description"))));
            }
            return result;
        } catch (NotANumber e) {
            throw new ServerCrash(e.getMessage());
        }
    }

    @Override
    public Map<String, Object> revise(StoredRow before, SentElement element, CrmUser user) throws InterruptedException {
        return writer.whole(() -> revised(before, element, user));
    }

    /** The sent fields come first in the answer, including those that the module does not have. */
    private Map<String, Object> revised(StoredRow before, SentElement element, CrmUser user)
            throws InterruptedException {
        if (isEmpty(element.sent().get(LINE_ITEMS))) {
            return reviseHeader(before, element, user);
        }
        try {
            Map<String, Object> result = new LinkedHashMap<>(element.sent());
            result.remove(LINE_ITEMS);
            result.putAll(new SentTerms(element.sent()).added());
            result.putAll(replaceItems(before, element, true, user));
            result.put(LINE_ITEMS, answer.items(before));
            effects.revised(before, current(before));
            return result;
        } catch (NotANumber e) {
            throw new ServerCrash(e.getMessage());
        }
    }

    @Override
    public void delete(StoredRow header, CrmUser user) {
        effects.deleted(header, book.items().removeAll(header.number()));
        writer.delete(header, user);
    }

    private Map<String, Object> reviseHeader(StoredRow before, SentElement element, CrmUser user)
            throws InterruptedException {
        try {
            Map<String, Object> added = new SentTerms(element.sent()).added();
            ItemSave.elements(element.sent().get(LINE_ITEMS));
            SentElement saved = element.with(added);
            SentElement decoded = saved.map(html::decode);
            writer.change(before, stored(before, texts.change(before.module(), decoded, user)), user);
            labels.revised(current(before), decoded, new DecodingCache().read(before));
            if (element.has("hdnTaxType") && element.text("hdnTaxType").isEmpty()) {
                book.blankTaxType(before);
            }
            effects.headerChanged(before, current(before));
            faults.headerRevised(before, book);
            Map<String, Object> result = new LinkedHashMap<>(saved.sent());
            result.putAll(answer.withFirstItem(current(before), user));
            return result;
        } catch (NotANumber e) {
            throw new ServerCrash(e.getMessage());
        }
    }

    /** @return the record as it was in the moment without items, with the new totals as numbers */
    private Map<String, Object> replaceItems(StoredRow before, SentElement element, boolean decoded, CrmUser user)
            throws InterruptedException {
        SentTerms terms = new SentTerms(element.sent());
        List<Object> sentItems = ItemSave.elements(element.sent().get(LINE_ITEMS));
        faults.itemsSent(sentItems);
        SentElement saved = element.with(terms.added());
        SentElement written = decoded ? saved.map(html::decode) : saved;
        Map<String, String> stored = stored(before, texts.change(before.module(), written, user));
        stored.putAll(InventoryTexts.written(before.module(), terms));
        writer.change(before, stored, user);
        Map<String, String> read = new DecodingCache().read(before);
        if (decoded) {
            labels.revised(current(before), written, read);
        } else {
            labels.updated(current(before), written, read);
        }
        List<StoredRow> removed = book.items().removeAll(before.number());
        return saveItems(before, current(before), terms, sentItems, removed, user);
    }

    /** Of a row that the database refuses, only what is in other tables is stored; the server does not notice. */
    private Map<String, String> stored(StoredRow before, Map<String, String> changes) {
        Map<String, String> stored = new HashMap<>(changes);
        if (OrderModule.refused(before.with(changes), store)) {
            stored.keySet().removeIf(name -> before.module()
                    .field(name)
                    .filter(field -> field.table().isEmpty() && !RecordWriter.WRITTEN_FIRST.contains(name))
                    .isPresent());
        }
        return stored;
    }

    private Map<String, Object> saveItems(
            StoredRow before,
            StoredRow header,
            SentTerms terms,
            List<Object> sentItems,
            List<StoredRow> removed,
            CrmUser user)
            throws InterruptedException {
        book.charge(header, terms.charges());
        Map<String, Object> parent = answer.retrieved(current(header), user);
        writer.awaitGap();
        items.add(header, sentItems);
        if (before != null) {
            faults.itemsReplaced(header);
        }
        effects.itemsReplaced(current(header), removed);
        Totals totals = items.total(header, sentItems);
        parent.put("hdnSubTotal", totals.subTotal());
        parent.put("hdnGrandTotal", totals.grandTotal());
        parent.put("pre_tax_total", totals.preTaxTotal());
        effects.itemsSaved(before, current(header), removed);
        return parent;
    }

    private void change(StoredRow header, Map<String, String> values) {
        store.table(header.module().name()).change(header.number(), row -> row.with(values));
    }

    private StoredRow current(StoredRow header) {
        return store.table(header.module().name()).rows().getOrDefault(header.number(), header);
    }

    private static boolean isEmpty(Object value) {
        if (value instanceof Map<?, ?> object) {
            return object.isEmpty();
        }
        if (value instanceof Collection<?> array) {
            return array.isEmpty();
        }
        return Boolean.FALSE.equals(value)
                || value instanceof Number number && number.doubleValue() == 0
                || !(value instanceof Boolean || value instanceof Number) && PhpNumber.isEmpty((String) value);
    }
}
