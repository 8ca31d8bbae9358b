package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.protocol.ServerCall;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The server's operation {@code sync} ({@code webservice.md §8}): one call, one page. */
public final class SyncRequests {

    private final Denials denials;
    private final Capabilities capabilities;

    SyncRequests(Denials denials, Capabilities capabilities) {
        this.denials = denials;
        this.capabilities = capabilities;
    }

    /**
     * What was changed after that second, deletions included.
     *
     * @param syncType {@code user}, {@code userandgroup} or {@code application}; null for the server's default, user
     * @return the server's object: updated, deleted, more, lastModifiedTime
     */
    public CompletableFuture<Map<String, Object>> since(String module, Instant time, String syncType) {
        return capabilities
                .require(Capability.SYNC, FailureContext.of("sync", module, null))
                .thenCompose(able -> {
                    Map<String, Object> parameters = new LinkedHashMap<>();
                    // The server takes 0 for no time.
                    long second = Math.max(1, time.getEpochSecond());
                    parameters.put(able.parameter().isEmpty() ? "modifiedTime" : able.parameter(), second);
                    parameters.put("elementType", module);
                    parameters.put("syncType", syncType);
                    ServerCall call = ServerCall.get("sync", module, null, parameters);
                    return denials.explained(call).thenApply(answer -> Results.object(call, answer));
                });
    }
}
