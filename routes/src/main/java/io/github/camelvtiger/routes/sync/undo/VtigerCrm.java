package io.github.camelvtiger.routes.sync.undo;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.PlannedWrite;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.RecordNotFoundException;
import io.github.camelvtiger.client.ReferenceField;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.client.WithheldWriteException;
import io.github.camelvtiger.client.WriteInterceptor;
import io.github.camelvtiger.routes.sync.mark.Mark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** A CRM through the component. */
public final class VtigerCrm implements CrmState, UndoTarget {

    private static final int TOGETHER = 100;
    private static final String ITEMS = "LineItem";

    private final ProducerTemplate template;
    private final Optional<String> connection;
    private final Map<String, ModuleDescription> described = new ConcurrentHashMap<>();
    private final Map<Integer, Optional<String>> modules = new ConcurrentHashMap<>();

    /** @param connection the name of a connection; empty for the component's own */
    public VtigerCrm(ProducerTemplate template, Optional<String> connection) {
        this.template = template;
        this.connection = connection;
    }

    @Override
    @SuppressWarnings("unchecked") // what the component documents
    public ModuleDescription describe(String module) {
        return described.computeIfAbsent(
                module, name -> ModuleDescription.of(ask("vtiger:describe/" + name, null, Map.of(), Map.class)));
    }

    @Override
    public Optional<String> moduleOf(RecordId id) {
        return modules.computeIfAbsent(id.prefix(), prefix -> {
            List<?> types = ask("vtiger:listTypes", null, Map.of(), List.class);
            return types.stream()
                    .map(String::valueOf)
                    .filter(type -> describe(type).idPrefix() == prefix)
                    .findFirst();
        });
    }

    @Override
    public Map<RecordId, Map<String, Object>> records(String module, Collection<RecordId> ids) {
        Map<RecordId, Map<String, Object>> records = new HashMap<>();
        List<RecordId> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += TOGETHER) {
            List<RecordId> some = all.subList(from, Math.min(from + TOGETHER, all.size()));
            if (!LineItems.MODULES.contains(module)) {
                add(
                        ask(
                                "vtiger:query",
                                null,
                                Map.of(
                                        VtigerConstants.QUERY,
                                        "SELECT * FROM " + module + " WHERE id IN (:ids)",
                                        "ids",
                                        some.stream().map(RecordId::toString).toList()),
                                List.class),
                        records);
            }
            // An order is whole only when it is retrieved; that a query does not find a record proves nothing.
            List<String> rest = some.stream()
                    .filter(id -> !records.containsKey(id))
                    .map(RecordId::toString)
                    .toList();
            if (!rest.isEmpty()) {
                add(ask("vtiger:retrieve?notFoundBehaviour=null", rest, Map.of(), List.class), records);
            }
        }
        return records;
    }

    private static void add(List<?> rows, Map<RecordId, Map<String, Object>> records) {
        rows.stream().filter(Objects::nonNull).forEach(row -> {
            Map<String, Object> record = new LinkedHashMap<>();
            ((Map<?, ?>) row).forEach((name, value) -> record.put(String.valueOf(name), value));
            records.put(RecordId.parse(String.valueOf(record.get("id"))), record);
        });
    }

    @Override
    public Map<String, RecordId> marked(String module, Collection<String> marks) {
        Map<String, RecordId> marked = new HashMap<>();
        List<String> all = List.copyOf(marks);
        for (int from = 0; from < all.size(); from += TOGETHER) {
            List<?> rows = ask(
                    "vtiger:query",
                    null,
                    Map.of(
                            VtigerConstants.QUERY,
                            "SELECT id, " + Mark.FIELD + " FROM " + module + " WHERE " + Mark.FIELD + " IN (:marks)",
                            "marks",
                            all.subList(from, Math.min(from + TOGETHER, all.size()))),
                    List.class);
            for (Object row : rows) {
                Map<?, ?> record = (Map<?, ?>) row;
                marked.put(
                        String.valueOf(record.get(Mark.FIELD)).toUpperCase(Locale.ROOT),
                        RecordId.parse(String.valueOf(record.get("id"))));
            }
        }
        return marked;
    }

    /** A dry run of their deletion shows what refers to them. */
    @Override
    public Map<RecordId, Map<ReferenceField, List<RecordId>>> referrers(String module, Collection<RecordId> ids) {
        Map<RecordId, Map<ReferenceField, List<RecordId>>> referrers = new ConcurrentHashMap<>();
        BatchResult shown = delete(List.copyOf(ids), new WriteInterceptor() {
            @Override
            public CompletableFuture<Void> before(PlannedWrite write) {
                referrers.put(write.id().orElseThrow(), write.referrers());
                return CompletableFuture.failedFuture(WithheldWriteException.dryRun(write));
            }

            @Override
            public void after(PlannedWrite write, Map<String, Object> answer) {
                throw new IllegalStateException("a dry run deletes nothing");
            }

            @Override
            public void failed(PlannedWrite write, VtigerException failure) {
                throw new IllegalStateException("a dry run sends nothing", failure);
            }
        });
        for (BatchItem item : shown) {
            if (!(item.error() instanceof WithheldWriteException)
                    && !(item.error() instanceof RecordNotFoundException)) {
                throw item.error();
            }
        }
        referrers.replaceAll((id, fields) -> ofOrders(fields));
        return referrers;
    }

    @Override
    public Map<ReferenceField, List<RecordId>> ofOrders(Map<ReferenceField, List<RecordId>> fields) {
        Map<ReferenceField, List<RecordId>> whole = new LinkedHashMap<>();
        fields.forEach((field, ids) -> {
            if (!field.module().equals(ITEMS)) {
                whole.put(field, ids);
                return;
            }
            for (Map<String, Object> item : records(ITEMS, ids).values()) {
                String parent = String.valueOf(item.get("parent_id"));
                // One that no query shows has no order that is one (webservice.md §9).
                RecordId order = RecordId.parse(RecordId.isOne(parent) ? parent : String.valueOf(item.get("id")));
                List<RecordId> orders = whole.computeIfAbsent(
                        new ReferenceField(moduleOf(order).orElse(ITEMS), field.field()), same -> new ArrayList<>());
                if (!orders.contains(order)) {
                    orders.add(order);
                }
            }
        });
        return whole;
    }

    @Override
    public BatchResult create(String module, List<Map<String, Object>> records, WriteInterceptor interceptor) {
        return write("vtiger:create/" + module + "?ambiguousWrites=verify&parallelism=4", records, interceptor);
    }

    @Override
    public BatchResult revise(List<Map<String, Object>> records, WriteInterceptor interceptor) {
        return write("vtiger:revise?ambiguousWrites=verify&lineItemUpdate=replace&parallelism=4", records, interceptor);
    }

    @Override
    public BatchResult delete(List<RecordId> ids, WriteInterceptor interceptor) {
        return write(
                "vtiger:delete?ambiguousWrites=verify",
                ids.stream().map(RecordId::toString).toList(),
                interceptor);
    }

    private BatchResult write(String uri, List<?> elements, WriteInterceptor interceptor) {
        Exchange answer = template.request(connected(uri), exchange -> {
            exchange.getMessage().setBody(elements);
            exchange.setProperty(VtigerConstants.WRITE_INTERCEPTOR, interceptor);
        });
        return body(answer, BatchResult.class);
    }

    private String connected(String uri) {
        return connection
                .map(name -> uri + (uri.contains("?") ? "&" : "?") + "connection=" + name)
                .orElse(uri);
    }

    private <T> T ask(String uri, Object body, Map<String, Object> headers, Class<T> type) {
        Exchange answer = template.request(connected(uri), exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().getHeaders().putAll(headers);
        });
        return body(answer, type);
    }

    private static <T> T body(Exchange answer, Class<T> type) {
        if (answer.getException() instanceof RuntimeException failure) {
            throw failure;
        }
        if (answer.getException() != null) {
            throw new IllegalStateException(answer.getException());
        }
        return answer.getMessage().getBody(type);
    }
}
