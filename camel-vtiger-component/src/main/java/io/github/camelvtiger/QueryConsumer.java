package io.github.camelvtiger;

import io.github.camelvtiger.client.RecordStream;
import io.github.camelvtiger.crm.Export;
import io.github.camelvtiger.crm.RecordStreams;
import io.github.camelvtiger.operation.StaticQueries;
import io.github.camelvtiger.vtql.VtqlStatement;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.UnaryOperator;
import org.apache.camel.Processor;
import org.apache.camel.util.ObjectHelper;

/** Sends the rows of a query through a route at every poll, one exchange for each row. */
final class QueryConsumer extends VtigerConsumer {

    private static final int PAGE = 100;
    private static final String ID = "id";

    QueryConsumer(VtigerEndpoint endpoint, Processor processor) {
        super(endpoint, processor, null);
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        VtigerEndpoint endpoint = getEndpoint();
        FeedOptions.positive("maxInFlight", endpoint.getConfiguration().getMaxInFlight());
        boolean query = ObjectHelper.isNotEmpty(endpoint.getConfiguration().getQuery());
        if (query == ObjectHelper.isNotEmpty(endpoint.getModule())) {
            throw new IllegalArgumentException("The URI " + endpoint
                    + " must name either a module, as in vtiger:query/Contacts, or a query, as in"
                    + " vtiger:query?query=RAW(SELECT * FROM Contacts).");
        }
        StaticQueries.requireReadableWithoutHeaders(endpoint.getConfiguration());
        if (endpoint.getConfiguration().getOnFailure() == OnFailure.PARK) {
            throw new IllegalArgumentException("The option onFailure is PARK, but only vtiger:changes keeps a cursor in"
                    + " which a record can be parked; use STOP or SKIP on " + endpoint + ".");
        }
    }

    @Override
    void readPages() throws Exception {
        try (RecordStream records = records(getEndpoint().getConfiguration())) {
            send(records, typing());
        }
    }

    private RecordStream records(VtigerConfiguration options) {
        RecordStreams streams = getEndpoint().client().streams();
        return options.getQuery() != null
                ? streams.query(options.getQuery(), options.isLineItems())
                : streams.export(new Export(
                        getEndpoint().getModule(),
                        FeedOptions.columns(getEndpoint()),
                        options.getWhere(),
                        options.isLineItems(),
                        1));
    }

    private UnaryOperator<Map<String, Object>> typing() {
        String query = getEndpoint().getConfiguration().getQuery();
        return typing(
                query == null
                        ? getEndpoint().getModule()
                        : VtqlStatement.parse(query).module());
    }

    private void send(Iterator<Map<String, Object>> rows, UnaryOperator<Map<String, Object>> typing) throws Exception {
        int limit = getEndpoint().getConfiguration().getMaxMessagesPerPoll();
        int together = Math.max(PAGE, getEndpoint().getConfiguration().getMaxInFlight());
        int left = limit > 0 ? limit : Integer.MAX_VALUE;
        while (left > 0 && mayGoOn() && rows.hasNext()) {
            Queue<Object> page = new ArrayDeque<>();
            while (page.size() < Math.min(together, left) && rows.hasNext()) {
                Map<String, Object> row = rows.next();
                page.add(dispatch(String.valueOf(row.get(ID)), typing.apply(row), row));
            }
            reached();
            left -= page.size();
            processBatch(page);
        }
    }

    @Override
    String event(Dispatch dispatch) {
        return null;
    }

    @Override
    void done(List<Dispatch> dispatches) {
        // The next poll runs the query again, whatever became of these.
    }

    @Override
    void park(List<Dispatch> dispatches) {
        throw new IllegalStateException("A query has no cursor in which records could be parked.");
    }
}
