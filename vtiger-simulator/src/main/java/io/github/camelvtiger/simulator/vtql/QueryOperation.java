package io.github.camelvtiger.simulator.vtql;

import io.github.camelvtiger.simulator.inventory.InventoryBook;
import io.github.camelvtiger.simulator.kind.Kinds;
import io.github.camelvtiger.simulator.kind.ModuleKind;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.ModuleTable;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code query}: rows of one module by a statement in VTQL ({@code webservice.md §7}). */
public final class QueryOperation implements Operation {

    /** The module is looked for by this before the statement is parsed at all. */
    private static final Pattern MODULE = Pattern.compile("[fF][rR][oO][mM]\\s+([^\\s;]+)");

    private final CrmStore store;
    private final VtqlParser parser;

    public QueryOperation(CrmStore store) {
        this(store, Dialect.WEBSERVICE);
    }

    private QueryOperation(CrmStore store, Dialect dialect) {
        this.store = store;
        parser = new VtqlParser(dialect);
    }

    /** With the operators that only Vtiger Cloud has. */
    public static QueryOperation ofCloud(CrmStore store) {
        return new QueryOperation(store, Dialect.CLOUD);
    }

    @Override
    public String name() {
        return "query";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.GET;
    }

    @Override
    public Object execute(Call call) {
        try {
            return rows(call);
        } catch (HiddenSqlError | DroppedCount e) {
            return List.of();
        }
    }

    /**
     * @throws HiddenSqlError if the server answers with no rows because the database refuses the statement
     * @throws DroppedCount if it answers with no rows because it has dropped the one there is
     */
    List<Map<String, Object>> rows(Call call) {
        String text = call.parameter("query");
        ModuleMetadata module = module(text);
        if (!store.sharing().sees(module, call.user())) {
            throw WebserviceException.accessDenied("Permission to perform the operation is denied")
                    .because(call.user().userName() + " has no access to " + module.name());
        }
        Statement statement = parser.parse(text);
        Query query = new Query(
                statement,
                module,
                Kinds.of(module)
                        .fields(store.metadata().fields(module, call.user().admin()), store),
                store,
                call.user());
        ModuleKind kind = Kinds.of(module);
        ModuleTable table = kind.queried(store.table(module.name()), store);
        Predicate<StoredRow> visible = row -> kind.found(row) && store.sharing().queried(row, call.user());
        return InventoryBook.holds(module)
                ? store.whole().read(() -> query.run(table, visible))
                : query.run(table, visible);
    }

    private ModuleMetadata module(String text) {
        Matcher matcher = MODULE.matcher(text);
        if (!matcher.find()) {
            throw WebserviceException.accessDenied("Permission to perform the operation is denied for query")
                    .because(text.isEmpty() ? "the parameter query is empty" : "the query has no FROM with a module");
        }
        return store.metadata().module(matcher.group(1)).orElseThrow(() -> WebserviceException.accessDenied(
                        "Permission to perform the operation is denied for name : " + matcher.group(1))
                .because("there is no module " + matcher.group(1)));
    }
}
