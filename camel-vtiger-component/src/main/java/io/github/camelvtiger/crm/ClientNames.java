package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.names.NameSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Looks names up by a client. */
record ClientNames(VtigerClient client) implements NameSource {

    @Override
    public CompletableFuture<ModuleDescription> describe(String module) {
        return client.describe(module);
    }

    @Override
    public CompletableFuture<List<Map<String, Object>>> query(String vtql) {
        return client.query(vtql);
    }

    @Override
    public CompletableFuture<Map<String, Object>> me() {
        return client.me();
    }
}
