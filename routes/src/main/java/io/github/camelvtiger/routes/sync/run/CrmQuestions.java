package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.client.AccessDeniedException;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.WriteInterceptor;
import io.github.camelvtiger.routes.sync.migration.Crm;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;

/**
 * What a sync asks its CRM outside its routes.
 *
 * @param connection the name of a connection; empty for the component's own
 * @param descriptions of what {@code describe} answers
 */
public record CrmQuestions(
        ProducerTemplate template,
        Optional<String> connection,
        Function<Map<String, Object>, ModuleDescription> descriptions)
        implements Crm {

    @Override
    @SuppressWarnings("unchecked") // what the component documents
    public ModuleDescription describe(String module) {
        return descriptions.apply((Map<String, Object>) ask("vtiger:describe/" + module, Map.of()));
    }

    /** A module; empty if the user may not read it. */
    public Optional<ModuleDescription> described(String module) {
        try {
            return Optional.of(describe(module));
        } catch (AccessDeniedException | InvalidRecordException denied) {
            return Optional.empty();
        }
    }

    /** The API names of the modules that the user may see. */
    @SuppressWarnings("unchecked") // what the component documents
    public List<String> modules() {
        return (List<String>) ask("vtiger:listTypes", Map.of());
    }

    /**
     * How many records of a module there are.
     *
     * @param where a condition on them
     */
    public long count(String module, Optional<String> where) {
        return ((Number) ask(
                        "vtiger:count/" + module
                                + where.map(condition -> "?where=RAW(" + condition + ")")
                                        .orElse(""),
                        Map.of()))
                .longValue();
    }

    /**
     * The rows of a query.
     *
     * @param values of its parameters
     */
    public List<Map<String, Object>> query(String vtql, Map<String, Object> values) {
        return query(vtql, values, false);
    }

    @Override
    @SuppressWarnings("unchecked") // what the component documents
    public List<Map<String, Object>> query(String vtql, Map<String, Object> values, boolean lineItems) {
        Map<String, Object> headers = new HashMap<>(values);
        headers.put(VtigerConstants.QUERY, vtql);
        return (List<Map<String, Object>>) ask(lineItems ? "vtiger:query?lineItems=true" : "vtiger:query", headers);
    }

    /** The relations of a module, label to module; none if its records have none, or the user may not read it. */
    @SuppressWarnings("unchecked") // what the component documents
    public Map<String, String> relations(String module) {
        try {
            return (Map<String, String>) ask("vtiger:relatedTypes/" + module, Map.of());
        } catch (AccessDeniedException | InvalidRecordException none) {
            return Map.of();
        }
    }

    /** The ids of the records to which one is related; none if it is not there. */
    @SuppressWarnings("unchecked") // what the component documents
    public List<String> related(String id, String label, String relatedModule) {
        List<Map<String, Object>> rows = (List<Map<String, Object>>) ask(
                "vtiger:queryRelated?notFoundBehaviour=null",
                Map.of(
                        VtigerConstants.RECORD_ID,
                        id,
                        VtigerConstants.RELATION_LABEL,
                        label,
                        VtigerConstants.QUERY,
                        "SELECT id FROM " + relatedModule));
        // Two links between the same records are one relation.
        return rows == null
                ? List.of()
                : rows.stream()
                        .map(row -> String.valueOf(row.get("id")))
                        .distinct()
                        .toList();
    }

    /**
     * Gives a document another file, or its first.
     *
     * @return the document as the CRM keeps it
     */
    @SuppressWarnings("unchecked") // what the component documents
    Map<String, Object> replaceFile(String document, Path file) {
        return (Map<String, Object>) answer("vtiger:request?path=/revise&method=POST", exchange -> exchange.getMessage()
                .setBody(Map.of("element", Map.of("id", document), "filename", file.toFile())));
    }

    /**
     * Records, read while they are taken.
     *
     * @param source module and options of an export
     */
    public void export(String source, Consumer<Map<String, Object>> each) {
        // Outside a route the stream is to be closed by who reads it.
        try (Closeable stream = (Closeable) ask("vtiger:export/" + source, Map.of())) {
            Iterator<?> rows = (Iterator<?>) stream;
            while (rows.hasNext()) {
                @SuppressWarnings("unchecked") // what the component documents
                Map<String, Object> record = (Map<String, Object>) rows.next();
                each.accept(record);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes records, each of which an interceptor sees before it is sent. */
    BatchResult write(String uri, List<Map<String, Object>> records, WriteInterceptor interceptor) {
        return (BatchResult) answer(uri, exchange -> {
            exchange.getMessage().setBody(records);
            exchange.setProperty(VtigerConstants.WRITE_INTERCEPTOR, interceptor);
        });
    }

    /** The body of an answer. */
    public Object ask(String uri, Map<String, Object> headers) {
        return answer(uri, exchange -> exchange.getMessage().setHeaders(new HashMap<>(headers)));
    }

    private Object answer(String uri, Processor question) {
        Exchange answer = template.request(
                connection
                        .map(name -> uri + (uri.contains("?") ? "&" : "?") + "connection=" + name)
                        .orElse(uri),
                question);
        if (answer.getException() instanceof RuntimeException failure) {
            throw failure;
        }
        if (answer.getException() != null) {
            throw new IllegalStateException(answer.getException());
        }
        return answer.getMessage().getBody();
    }
}
