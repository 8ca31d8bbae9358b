package io.github.camelvtiger.simulator.vtql;

import io.github.camelvtiger.simulator.operation.ServerCrash;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import java.util.List;

/**
 * What a query makes the database do beside reading the rows of its answer ({@code webservice.md §13}).
 *
 * @param skipped rows that its limit leaves out first
 * @param scans whether it has to look at all rows: only ids have an index
 */
public record QueryWork(String module, long skipped, boolean scans) {

    private static final QueryWork NONE = new QueryWork("", 0, false);
    private static final String ID = "id";

    /** @param query a text that has been answered, or none at all */
    public static QueryWork of(String query) {
        if (query.isEmpty()) {
            return NONE;
        }
        try {
            Statement statement = new VtqlParser(Dialect.CLOUD).parse(query);
            return new QueryWork(statement.module(), Limit.of(statement.limit()).offset(), scans(statement));
        } catch (WebserviceException | ServerCrash | HiddenSqlError e) {
            return NONE;
        }
    }

    private static boolean scans(Statement statement) {
        List<Condition> conditions = statement.conditions();
        boolean byId = !conditions.isEmpty()
                && conditions.stream().noneMatch(Condition::afterOr)
                && conditions.stream().anyMatch(condition -> condition.field().equals(ID));
        if (byId) {
            return false;
        }
        boolean ordered =
                !statement.orderBy().isEmpty() && !statement.orderBy().get(0).equals(ID);
        return ordered || statement.count() || !conditions.isEmpty();
    }
}
