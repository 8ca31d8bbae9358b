package io.github.camelvtiger.simulator.relation;

import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;

/**
 * {@code retrieve_related}: the whole records of a relation, 100 at most. The server builds a query of the type given,
 * so that a WHERE in it works too.
 */
final class RetrieveRelatedOperation implements Operation {

    private final RelatedQuery queries;

    RetrieveRelatedOperation(RelatedQuery queries) {
        this.queries = queries;
    }

    @Override
    public String name() {
        return "retrieve_related";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.GET;
    }

    @Override
    public Object execute(Call call) {
        String query = "SELECT * FROM " + call.parameter("relatedType");
        return queries.run(query, call.parameter("id"), call.parameter("relatedLabel"), call);
    }
}
