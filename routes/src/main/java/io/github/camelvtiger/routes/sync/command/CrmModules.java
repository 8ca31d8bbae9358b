package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.client.AccessDeniedException;
import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.QuerySyntaxException;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.crm.Capability;
import io.github.camelvtiger.crm.CapabilityFinding;
import io.github.camelvtiger.crm.VtigerClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** Modules as the CRM describes them now, or as it did when it was last asked. What it answers is kept. */
final class CrmModules implements AutoCloseable {

    private final KeptModules kept;
    private final Optional<VtigerClient> client;
    private final Map<String, Optional<ModuleDescription>> found = new HashMap<>();
    private final Map<String, String> unknown = new HashMap<>();
    private String silence;

    /**
     * @param crm empty if there is none
     * @param otherwise why there is none
     */
    CrmModules(KeptModules kept, Optional<ClientSettings> crm, String otherwise) {
        this.kept = kept;
        this.client = crm.map(VtigerClient::new);
        this.silence = crm.isPresent() ? null : otherwise;
    }

    Optional<ModuleDescription> find(String module) {
        return found.computeIfAbsent(module, this::look);
    }

    /** The API names of all modules that the user may see; empty if the CRM says nothing. */
    Optional<List<String>> names() {
        return asked(crm -> crm.listTypes().join());
    }

    /** The sentence about a module that the CRM says it does not have, or not for the user. */
    Optional<String> unknown(String module) {
        find(module);
        return Optional.ofNullable(unknown.get(module));
    }

    /** Why the CRM says nothing; empty if it answers. */
    Optional<String> silence() {
        return Optional.ofNullable(silence);
    }

    /** The relations of a module, label to module; empty if the CRM says nothing. */
    Optional<Map<String, String>> relations(String module) {
        return asked(crm -> {
            try {
                return crm.relations().types(module).join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof InvalidRecordException || e.getCause() instanceof AccessDeniedException) {
                    return Map.of();
                }
                throw e;
            }
        });
    }

    /** The values of a field of all records of a module, such as the names of users; empty if the CRM does not show them. */
    Optional<List<String>> values(String module, String field) {
        return asked(crm -> {
            try {
                return crm.query("SELECT " + field + " FROM " + module + ";").join().stream()
                        .map(record -> String.valueOf(record.get(field)))
                        .toList();
            } catch (CompletionException e) {
                if (e.getCause() instanceof InvalidRecordException || e.getCause() instanceof AccessDeniedException) {
                    return null;
                }
                throw e;
            }
        });
    }

    /** Why the files of documents cannot be fetched, with what an administrator can do; empty if they can. */
    Optional<String> filesRefused() {
        return asked(crm -> crm.capabilities().of(Capability.FILES_RETRIEVE).join())
                .filter(CapabilityFinding::isUnavailable)
                .map(CapabilityFinding::explanation);
    }

    /** How many records of a module meet a condition, or are there at all; empty if the CRM says nothing. */
    Optional<Long> count(String module, Optional<String> condition) {
        return asked(crm -> crm.count("SELECT count(*) FROM " + module
                        + condition.map(text -> " WHERE " + text).orElse("") + ";")
                .join());
    }

    /** Why a condition on the records of a module is not one; empty also if the CRM says nothing. */
    Optional<String> refusal(String module, String condition) {
        return asked(crm -> {
            try {
                crm.queryPage("SELECT id FROM " + module + " WHERE " + condition + " LIMIT 1;")
                        .join();
                return null;
            } catch (CompletionException e) {
                if (e.getCause() instanceof QuerySyntaxException refused) {
                    return refused.getMessage();
                }
                throw e;
            }
        });
    }

    /** What a CRM that answers says; of one that does not nothing is asked any more. */
    private <T> Optional<T> asked(Function<VtigerClient, T> question) {
        if (silence != null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(question.apply(client.orElseThrow()));
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof VtigerException failure)) {
                throw e;
            }
            silence = failure.getMessage();
            return Optional.empty();
        }
    }

    private Optional<ModuleDescription> look(String module) {
        if (silence == null) {
            try {
                ModuleDescription described =
                        client.orElseThrow().describe(module).join();
                kept.keep(described);
                return Optional.of(described);
            } catch (CompletionException e) {
                if (e.getCause() instanceof InvalidRecordException || e.getCause() instanceof AccessDeniedException) {
                    unknown.put(module, e.getCause().getMessage());
                    return Optional.empty();
                }
                if (!(e.getCause() instanceof VtigerException failure)) {
                    throw e;
                }
                // It is asked once: another attempt would only wait as long again.
                silence = failure.getMessage();
            }
        }
        return kept.find(module);
    }

    @Override
    public void close() {
        client.ifPresent(VtigerClient::close);
    }
}
