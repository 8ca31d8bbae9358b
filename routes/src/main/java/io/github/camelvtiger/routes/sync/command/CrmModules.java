package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.crm.VtigerClient;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Modules as the CRM describes them now, or as it did when it was last asked. What it answers is kept. */
final class CrmModules implements AutoCloseable {

    private final KeptModules kept;
    private final Optional<VtigerClient> client;
    private final Map<String, Optional<ModuleDescription>> found = new HashMap<>();
    private final Map<String, String> unknown = new HashMap<>();
    private String silence;

    CrmModules(KeptModules kept, Optional<ClientSettings> crm) {
        this.kept = kept;
        this.client = crm.map(VtigerClient::new);
        this.silence = crm.isPresent() ? null : "vtiger.url is not set";
    }

    Optional<ModuleDescription> find(String module) {
        return found.computeIfAbsent(module, this::look);
    }

    /** The sentence about a module that the CRM says it does not have. */
    Optional<String> unknown(String module) {
        find(module);
        return Optional.ofNullable(unknown.get(module));
    }

    /** Why the CRM says nothing; empty if it answers. */
    Optional<String> silence() {
        return Optional.ofNullable(silence);
    }

    private Optional<ModuleDescription> look(String module) {
        if (silence == null) {
            try {
                ModuleDescription described =
                        client.orElseThrow().describe(module).join();
                kept.keep(described);
                return Optional.of(described);
            } catch (CompletionException e) {
                if (e.getCause() instanceof InvalidRecordException noSuchModule) {
                    unknown.put(module, noSuchModule.getMessage());
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
