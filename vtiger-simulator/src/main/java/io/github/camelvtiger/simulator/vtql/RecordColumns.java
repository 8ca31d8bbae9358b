package io.github.camelvtiger.simulator.vtql;

import io.github.camelvtiger.simulator.inventory.InventoryBook;
import io.github.camelvtiger.simulator.metadata.FieldMetadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.StoredRow;
import io.github.camelvtiger.simulator.store.UserReferences;
import io.github.camelvtiger.simulator.value.DecodingCache;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** Rows of a module as one query or {@code sync} answers them: some of its fields, and the ids of files. */
public final class RecordColumns {

    private final List<QueryColumn> columns;
    private final boolean files;
    private final CrmStore store;
    private final CrmUser user;
    private final DecodingCache texts = new DecodingCache();
    private final UserReferences references;

    private RecordColumns(List<QueryColumn> columns, ModuleMetadata module, CrmStore store, CrmUser user) {
        this.columns = columns;
        this.files = module.keepsFiles();
        this.store = store;
        this.user = user;
        this.references = new UserReferences(store);
    }

    static RecordColumns of(Collection<QueryColumn> columns, ModuleMetadata module, CrmStore store, CrmUser user) {
        return new RecordColumns(List.copyOf(columns), module, store, user);
    }

    /** All fields of the module, without those of line items, in the order in which the user gets them. */
    public static RecordColumns ofHeaders(ModuleMetadata module, CrmStore store, CrmUser user) {
        boolean items = InventoryBook.holds(module);
        List<FieldMetadata> fields = store.metadata().fields(module, user.admin());
        QueryFields named = new QueryFields(module, fields);
        List<QueryColumn> columns = fields.stream()
                .map(FieldMetadata::name)
                .filter(name -> !items || !InventoryBook.ITEM_FIELDS.contains(name))
                .map(named::named)
                .flatMap(Optional::stream)
                .toList();
        return of(columns, module, store, user);
    }

    public Map<String, Object> of(StoredRow row) {
        return of(row, (field, value) -> value);
    }

    /** @param shown what is shown of a field, by its name and value */
    Map<String, Object> of(StoredRow row, BinaryOperator<String> shown) {
        Map<String, Object> values = new LinkedHashMap<>();
        columns.forEach(column ->
                values.put(column.field(), column.answer(texts.shown(shown.apply(column.field(), text(column, row))))));
        String ids = files ? store.attachments().idsOf(row) : "";
        if (!ids.isEmpty()) {
            values.put("imageattachmentids", ids);
        }
        return values;
    }

    /** An id is not a stored value, a star not the same for everybody. */
    private String text(QueryColumn column, StoredRow row) {
        if (column.field().equals("starred")) {
            return store.savers().shown(row, "starred", user);
        }
        return column.kind() == QueryColumn.Kind.REFERENCE
                ? references.shown(references.sought(row, column.index()))
                : column.text(row);
    }
}
