package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.routes.sync.feed.FeedPortions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/** What the routes of a feed hand its records to, for whichever of its modules; bound before anything runs, as {@link ModuleSteps} is. */
final class ModulePortions extends AsyncProcessorSupport {

    private final Map<String, FeedPortions<RecordChange>> modules = new ConcurrentHashMap<>();

    void put(String module, FeedPortions<RecordChange> portions) {
        modules.put(module, portions);
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        return modules.get(exchange.getMessage().getHeader(VtigerConstants.MODULE, String.class))
                .process(exchange, callback);
    }
}
