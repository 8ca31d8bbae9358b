package io.github.camelvtiger.simulator.relation;

import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.ServerCrash;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.operation.WebserviceId;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.StoredRow;
import io.github.camelvtiger.simulator.vtql.QueryOperation;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs a query over the records of a relation as the server does: it puts the ids into the text of the query, with the
 * consequences that has. A lower-case WHERE, or an ORDER BY without a WHERE, ends in a syntax error, an OR lets
 * unrelated records in, and a query that is not a query at all is not looked at while nothing is related.
 */
final class RelatedQuery {

    private static final Pattern TYPE = Pattern.compile("FROM\\s+([^\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final String WHERE = "WHERE";

    private final CrmStore store;
    private final Relations relations;
    private final RelatedRecords related;
    private final QueryOperation queries;

    RelatedQuery(CrmStore store, Relations relations, QueryOperation queries) {
        this.store = store;
        this.relations = relations;
        this.related = new RelatedRecords(store);
        this.queries = queries;
    }

    Object run(String query, String id, String label, Call call) {
        WebserviceId sent = WebserviceId.of(id);
        ModuleMetadata named = sent.module(store.metadata());
        WebserviceId.check(id, store.metadata());
        if (!named.entity()) {
            throw new ServerCrash(named.name() + " is an actor type, which cannot have relations");
        }
        StoredRow record = store.find(named, sent.number())
                .orElseThrow(() ->
                        WebserviceException.accessDenied("Permission to perform the operation is denied for name : "));
        Relation relation = relations
                .between(record.module().name(), type(query), label)
                .orElseThrow(() -> new WebserviceException("UNKOWN_ENTITY", "Relation specified is incorrect"));
        if (relation.only().equals("broken")) {
            throw new ServerCrash("the relation " + label + " of " + relation.from() + " cannot be read on PHP 8");
        }
        // An id with the prefix of another module leads to that module's own relations, and the record is not there.
        List<String> ids = record.module() == named ? related.ids(record, relation) : List.of();
        if (ids.isEmpty()) {
            return List.of();
        }
        return queries.execute(call.with("query", restricted(query, ids) + ";"));
    }

    private static String type(String query) {
        Matcher type = TYPE.matcher(query);
        return type.find() ? type.group(1) : "";
    }

    private static String restricted(String query, List<String> ids) {
        String these = " WHERE id IN ('" + String.join("','", ids) + "')";
        if (query.toUpperCase(Locale.ROOT).indexOf(WHERE) <= 0) {
            return query + these;
        }
        String[] parts = query.split(WHERE, -1);
        return parts[0] + these + " AND " + (parts.length > 1 ? parts[1] : "");
    }
}
