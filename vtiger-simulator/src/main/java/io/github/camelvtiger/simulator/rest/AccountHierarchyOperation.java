package io.github.camelvtiger.simulator.rest;

import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.record.Records;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code get_account_hierarchy}: the whole tree that an Account is in, from its topmost member on: {@code id},
 * {@code accountname} and {@code children}, which are the same again ({@code cloud-rest.md §2}; the keys are assumed). What the
 * user may not read is left out with all below it.
 */
final class AccountHierarchyOperation implements Operation {

    private static final String ACCOUNTS = "Accounts";
    private static final String PARENT = "account_id";

    /** Accounts that hang together longer than this are not a company, and would be too deep for readers of JSON. */
    private static final int LEVELS = 100;

    private final CrmStore store;
    private final Records records;

    AccountHierarchyOperation(CrmStore store, Records records) {
        this.store = store;
        this.records = records;
    }

    @Override
    public String name() {
        return "get_account_hierarchy";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.GET;
    }

    @Override
    public Object execute(Call call) {
        StoredRow account = records.row(call.parameter("id"), call.user());
        if (!account.module().name().equals(ACCOUNTS)) {
            throw new WebserviceException("INVALID_ID_ATTRIBUTE", "Id specified is incorrect")
                    .because(account.id() + " is one of " + account.module().name() + ", not of Accounts");
        }
        Map<String, List<StoredRow>> members = store.table(ACCOUNTS)
                .live()
                .filter(row -> !row.value(PARENT).isEmpty() && readable(row, call.user()))
                .collect(Collectors.groupingBy(row -> row.value(PARENT)));
        return tree(top(account, call.user()), members, new HashSet<>(), LEVELS);
    }

    /** In a circle it is the one asked for. */
    private StoredRow top(StoredRow account, CrmUser user) {
        Set<String> seen = new HashSet<>();
        StoredRow top = account;
        while (seen.add(top.id())) {
            Optional<StoredRow> parent = parent(top).filter(row -> readable(row, user));
            if (parent.isEmpty()) {
                return top;
            }
            top = parent.get();
        }
        return account;
    }

    private Optional<StoredRow> parent(StoredRow account) {
        String id = account.value(PARENT);
        return id.isEmpty()
                ? Optional.empty()
                : store.table(ACCOUNTS).live(Long.parseLong(id.substring(id.indexOf('x') + 1)));
    }

    private boolean readable(StoredRow account, CrmUser user) {
        return store.sharing().readable(account, user);
    }

    private static Map<String, Object> tree(
            StoredRow account, Map<String, List<StoredRow>> members, Set<String> shown, int levels) {
        shown.add(account.id());
        List<Object> children = new ArrayList<>();
        for (StoredRow member : members.getOrDefault(account.id(), List.of())) {
            if (levels > 1 && !shown.contains(member.id())) {
                children.add(tree(member, members, shown, levels - 1));
            }
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", account.id());
        tree.put("accountname", account.value("accountname"));
        tree.put("children", children);
        return tree;
    }
}
