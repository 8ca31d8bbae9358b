package io.github.camelvtiger.protocol;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** How one Vtiger is spoken to; futures end with a {@link io.github.camelvtiger.client.VtigerException}. */
public interface Protocol {

    CompletableFuture<ServerAnswer> call(ServerCall call);

    /** What the login told of the connection's user: {@code userId} and more. */
    CompletableFuture<Map<String, Object>> loginUser();
}
