package io.github.camelvtiger.simulator.vtql;

import io.github.camelvtiger.simulator.journal.Explanation;
import io.github.camelvtiger.simulator.metadata.Metadata;
import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Explained;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.ServerCrash;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code query} that says why: answers as {@link QueryOperation} does, and explains a failure, and the empty result
 * behind which the server hides an error of the database, by the nearest query that works. It has been tried.
 */
public final class ExplainedQuery implements Operation {

    private static final String HIDDEN = "the database refuses the query, and the server answers that with no rows: ";

    private final QueryOperation query;
    private final NameRepairs names;

    public ExplainedQuery(QueryOperation query, Metadata metadata) {
        this.query = query;
        this.names = new NameRepairs(metadata);
    }

    @Override
    public String name() {
        return query.name();
    }

    @Override
    public HttpMethod method() {
        return query.method();
    }

    @Override
    public Object execute(Call call) {
        try {
            return query.rows(call);
        } catch (HiddenSqlError e) {
            return new Explained(List.of(), explanation(call, HIDDEN + e.getMessage()));
        } catch (DroppedCount e) {
            return new Explained(List.of(), Explanation.of(e.getMessage()));
        } catch (WebserviceException e) {
            throw e.because(explanation(call, e.why().cause()));
        } catch (ServerCrash e) {
            throw e.because(explanation(call, e.getMessage()));
        }
    }

    /** @param known the cause as far as it is known; {@code ""} for not at all */
    private Explanation explanation(Call call, String known) {
        String text = call.parameter("query");
        List<QueryRepair> repairs = new ArrayList<>(names.of(text));
        repairs.addAll(QueryRepair.OF_GRAMMAR);
        repairs.removeIf(repair -> repair.repair().apply(text).equals(text));
        for (QueryRepair repair : repairs) {
            String repaired = repair.repair().apply(text);
            if (works(call, repaired)) {
                return new Explanation(join(known, repair.fault()), repaired);
            }
        }
        String faults = repairs.stream().map(QueryRepair::fault).distinct().collect(Collectors.joining("; "));
        String repaired = text;
        for (QueryRepair repair : repairs) {
            repaired = repair.repair().apply(repaired);
        }
        return !repairs.isEmpty() && works(call, repaired)
                ? new Explanation(join(known, faults), repaired)
                : Explanation.of(known.isEmpty() ? "the query is none that the server can read" : known);
    }

    private static String join(String known, String fault) {
        return known.isEmpty() ? fault : known + "; " + fault;
    }

    private boolean works(Call call, String text) {
        try {
            query.rows(call.with("query", text));
            return true;
        } catch (HiddenSqlError | DroppedCount | WebserviceException | ServerCrash e) {
            return false;
        }
    }
}
