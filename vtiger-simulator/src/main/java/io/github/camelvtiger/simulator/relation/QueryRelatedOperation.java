package io.github.camelvtiger.simulator.relation;

import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;

/** {@code query_related}: a query without its semicolon over the records related to one ({@code webservice.md §10}). */
final class QueryRelatedOperation implements Operation {

    private final RelatedQuery queries;

    QueryRelatedOperation(RelatedQuery queries) {
        this.queries = queries;
    }

    @Override
    public String name() {
        return "query_related";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.GET;
    }

    @Override
    public Object execute(Call call) {
        return queries.run(call.parameter("query"), call.parameter("id"), call.parameter("relatedLabel"), call);
    }
}
