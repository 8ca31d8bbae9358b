package io.github.camelvtiger.names;

import io.github.camelvtiger.client.ModuleDescription;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What of the CRM names are looked up in. */
public interface NameSource {

    CompletableFuture<ModuleDescription> describe(String module);

    /** All rows. */
    CompletableFuture<List<Map<String, Object>>> query(String vtql);

    /** The connection's own user. */
    CompletableFuture<Map<String, Object>> me();
}
