package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.routes.sync.feed.RelationLabels;
import io.github.camelvtiger.routes.sync.run.CrmQuestions;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Adds the ids of related records to records of a module, a list for each label. That takes a request for each record and label, and
 * one more for each further hundred related records.
 */
public final class RelatedIds {

    /** Of how many records at once the related ones are asked for: a record may have a hundred thousand of them. */
    public static final int TOGETHER = 20;

    private final CrmQuestions crm;
    private final String module;
    private final List<String> labels;
    private final ExecutorService executor;
    private Map<String, String> modules = Map.of();

    /**
     * @param labels of the relations
     * @param executor asks as many questions at once as it has threads
     */
    RelatedIds(CrmQuestions crm, String module, List<String> labels, ExecutorService executor) {
        this.crm = crm;
        this.module = module;
        this.labels = labels;
        this.executor = executor;
    }

    /**
     * A record that is not there any more is related to nothing. Safe for several threads. When it returns or fails, none of its
     * questions is under way any more; after the first that fails no further one is asked.
     *
     * @throws IllegalStateException if the module does not have such a relation
     */
    public void addTo(List<Map<String, Object>> records) {
        Map<String, String> known = modules();
        AtomicBoolean failed = new AtomicBoolean();
        List<Callable<List<String>>> questions = new ArrayList<>();
        for (Map<String, Object> record : records) {
            String id = String.valueOf(record.get("id"));
            for (String label : labels) {
                questions.add(() -> failed.get() ? List.of() : related(id, label, known.get(label), failed));
            }
        }
        Iterator<List<String>> answers =
                all(questions).stream().map(RelatedIds::answer).toList().iterator();
        for (Map<String, Object> record : records) {
            labels.forEach(label -> record.put(label, answers.next()));
        }
    }

    /** What tells one state of the relations from another. */
    public String hash(Map<String, Object> record) {
        Map<String, Object> related = new LinkedHashMap<>();
        labels.forEach(label -> related.put(label, record.get(label)));
        return StateHash.of(related);
    }

    /** By label; asked for once. */
    private synchronized Map<String, String> modules() {
        if (modules.isEmpty()) {
            ModuleDescription described = crm.describe(module);
            Map<String, String> types = crm.relations(module);
            labels.stream()
                    .map(label -> RelationLabels.fault(label, described, types))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(sentence -> {
                        throw new IllegalStateException(sentence);
                    });
            modules = types;
        }
        return modules;
    }

    private List<String> related(String id, String label, String relatedModule, AtomicBoolean failed) {
        try {
            return crm.related(id, label, relatedModule);
        } catch (RuntimeException e) {
            failed.set(true);
            throw e;
        }
    }

    /** Returns when each has its answer, so that an answer may be a failure, but is there. */
    private List<Future<List<String>>> all(List<Callable<List<String>>> questions) {
        try {
            return executor.invokeAll(questions);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The reading of relations was interrupted.");
        }
    }

    private static List<String> answer(Future<List<String>> asked) {
        try {
            return asked.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The reading of relations was interrupted.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
