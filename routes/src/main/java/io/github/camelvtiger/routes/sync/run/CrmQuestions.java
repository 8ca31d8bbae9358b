package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.ModuleDescription;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/**
 * What a sync asks its CRM outside its routes.
 *
 * @param connection what the component's uris end with, such as {@code ?connection=eu}; may be empty
 * @param descriptions of what {@code describe} answers
 */
public record CrmQuestions(
        ProducerTemplate template, String connection, Function<Map<String, Object>, ModuleDescription> descriptions) {

    /** @throws io.github.camelvtiger.client.VtigerException if it cannot be had */
    @SuppressWarnings("unchecked") // what the component documents
    public ModuleDescription describe(String module) {
        return descriptions.apply((Map<String, Object>) ask("vtiger:describe/" + module, Map.of()));
    }

    Object ask(String uri, Map<String, Object> headers) {
        Exchange answer = template.request(
                uri + connection, exchange -> exchange.getMessage().setHeaders(new HashMap<>(headers)));
        if (answer.getException() instanceof RuntimeException failure) {
            throw failure;
        }
        if (answer.getException() != null) {
            throw new IllegalStateException(answer.getException());
        }
        return answer.getMessage().getBody();
    }
}
