package io.github.camelvtiger;

import io.github.camelvtiger.client.WriteInterceptor;
import io.github.camelvtiger.simulator.journal.RecordedCall;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;

/** Writes of exchanges that have an interceptor, and what they cost. */
abstract class InterceptionTestSupport extends OrdersTestSupport {

    Exchange call(String uri, Object body, Map<String, Object> headers, WriteInterceptor interceptor) {
        crm.clearCalls();
        return template.request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().getHeaders().putAll(headers);
            exchange.setProperty(VtigerConstants.WRITE_INTERCEPTOR, interceptor);
        });
    }

    Exchange call(String uri, Object body, WriteInterceptor interceptor) {
        return call(uri, body, Map.of(), interceptor);
    }

    /** Of the last call with an interceptor; descriptions are cached, so that they are not counted. */
    List<String> requests() {
        return crm.calls().stream()
                .map(RecordedCall::operation)
                .filter(operation -> !List.of("describe", "listtypes", "getchallenge", "login", "me")
                        .contains(operation))
                .toList();
    }

    long requests(String operation) {
        return requests().stream().filter(operation::equals).count();
    }

    String account(String name) {
        return crm.crm().create("Accounts", Map.of("accountname", name));
    }
}
