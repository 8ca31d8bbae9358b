package io.github.camelvtiger.routes.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends notices to an endpoint: a text with a subject, or a JSON object to a web address. */
final class NoticeSending implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("notice");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProducerTemplate template;
    private final String to;
    private final boolean web;

    /** @param to the address of an endpoint, which may hold a password */
    NoticeSending(CamelContext context, String to) {
        this.template = context.createProducerTemplate();
        this.to = to;
        this.web = to.startsWith("http:") || to.startsWith("https:");
    }

    /** A notice that cannot be sent is in the log only; its reason may repeat the address, so that is not logged. */
    void send(Notice notice) {
        try {
            Map<String, Object> headers = new LinkedHashMap<>();
            headers.put("Subject", notice.subject());
            if (web) {
                headers.put(Exchange.CONTENT_TYPE, "application/json");
                headers.put(Exchange.HTTP_METHOD, "POST");
            }
            template.sendBodyAndHeaders(to, web ? json(notice) : notice.text(), headers);
        } catch (JsonProcessingException | RuntimeException e) {
            LOG.warn(
                    "A notice could not be sent to notify.to ({}): {}",
                    rootOf(e).getClass().getSimpleName(),
                    notice.subject());
        }
    }

    private static String json(Notice notice) throws JsonProcessingException {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("cause", notice.cause());
        fields.put("subject", notice.subject());
        fields.put("text", notice.text());
        return JSON.writeValueAsString(fields);
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    @Override
    public void close() {
        template.stop();
    }
}
