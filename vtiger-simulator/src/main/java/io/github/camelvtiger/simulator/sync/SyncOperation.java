package io.github.camelvtiger.simulator.sync;

import io.github.camelvtiger.simulator.inventory.InventoryBook;
import io.github.camelvtiger.simulator.kind.Kinds;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.ServerCrash;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.StoredRow;
import io.github.camelvtiger.simulator.vtql.RecordColumns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** {@code sync}: what changed in a module since a time, deleted records too ({@code webservice.md §8}). */
public final class SyncOperation implements Operation {

    private static final int CHANGES = 100;
    private static final int CHANGES_OF_CLOUD = 200;

    private final CrmStore store;
    private final int changes;

    private SyncOperation(CrmStore store, int changes) {
        this.store = store;
        this.changes = changes;
    }

    public static SyncOperation ofWebservice(CrmStore store) {
        return new SyncOperation(store, CHANGES);
    }

    /** With larger pages ({@code cloud-rest.md §5}). */
    public static SyncOperation ofCloud(CrmStore store) {
        return new SyncOperation(store, CHANGES_OF_CLOUD);
    }

    @Override
    public String name() {
        return "sync";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.GET;
    }

    @Override
    public Object execute(Call call) {
        SyncTime since = SyncTime.parse(call.parameter("modifiedTime"));
        CrmUser user = call.user();
        boolean application = call.parameter("syncType").equals("application");
        if (application && !user.admin()) {
            throw WebserviceException.accessDenied("Only admin users can perform application sync");
        }
        ModuleMetadata module = module(call.parameter("elementType"), user);
        if (!Kinds.of(module).synced()) {
            return answer(List.of(), List.of(), "lastModifiedTime", since.sent(), "more", false);
        }
        Predicate<StoredRow> wanted = application
                ? row -> true
                : ownedBy(owners(user, call.parameter("syncType").equals("userandgroup")));
        return store.whole().read(() -> changes(since, module, wanted, user));
    }

    private Map<String, Object> changes(
            SyncTime since, ModuleMetadata module, Predicate<StoredRow> wanted, CrmUser user) {
        ChangePage page = ChangePage.after(since.text(), store.table(module.name()), wanted, changes);
        long last = page.rows().isEmpty() ? since.seconds() : SyncTime.secondsOf(page.last());
        return answer(updated(page, module, user), deleted(page), "more", page.more(), "lastModifiedTime", last);
    }

    private ModuleMetadata module(String name, CrmUser user) {
        if (name.isEmpty()) {
            throw new ServerCrash("sync of all modules fails at Emails");
        }
        return store.metadata()
                .module(name)
                .filter(module -> module.entity() && store.sharing().sees(module, user))
                .orElseThrow(() -> WebserviceException.accessDenied("Permission to perform the operation is denied"));
    }

    private Set<String> owners(CrmUser user, boolean groups) {
        Set<String> owners = new HashSet<>(Set.of(user.id()));
        if (groups) {
            String groupPrefix = store.table("Groups").module().idPrefix() + "x";
            store.sharing().groupsOf(user).forEach(group -> owners.add(groupPrefix + group));
        }
        return owners;
    }

    /** Records of modules without an owner's field belong to those who made them. */
    private static Predicate<StoredRow> ownedBy(Set<String> owners) {
        return row -> {
            String owner = row.value("assigned_user_id");
            return owners.contains(owner.isEmpty() ? row.value("smownerid") : owner);
        };
    }

    private List<Map<String, Object>> updated(ChangePage page, ModuleMetadata module, CrmUser user) {
        RecordColumns columns = RecordColumns.ofHeaders(module, store, user);
        List<Map<String, Object>> updated = new ArrayList<>();
        for (StoredRow row : page.rows()) {
            if (!gone(row) && store.sharing().queried(row, user)) {
                updated.add(record(row, columns));
            }
        }
        return updated;
    }

    /** As a query answers it, except for fields that share a column with another one. */
    private static Map<String, Object> record(StoredRow row, RecordColumns columns) {
        Map<String, Object> record = columns.of(row);
        Kinds.of(row.module()).completeSync(record, row);
        if (InventoryBook.holds(row.module())) {
            record.replace("discount_percent", row.value("hdnDiscountPercent"));
            record.replace("discount_amount", row.value("hdnDiscountAmount"));
        }
        return record;
    }

    private static List<String> deleted(ChangePage page) {
        return page.rows().stream()
                .filter(SyncOperation::gone)
                .map(StoredRow::id)
                .toList();
    }

    /** A converted Lead counts as deleted. */
    private static boolean gone(StoredRow row) {
        return row.deleted() || row.value("converted").equals("1");
    }

    private static Map<String, Object> answer(
            List<Map<String, Object>> updated,
            List<String> deleted,
            String name,
            Object value,
            String lastName,
            Object lastValue) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("updated", updated);
        answer.put("deleted", deleted);
        answer.put(name, value);
        answer.put(lastName, lastValue);
        return answer;
    }
}
