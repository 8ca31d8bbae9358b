package io.github.camelvtiger.diagnosis;

import io.github.camelvtiger.crm.VtigerClient;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Whether the CRM prints messages of PHP into its answers, which other clients of it cannot read. */
final class StrayOutput {

    private final VtigerClient client;

    StrayOutput(VtigerClient client) {
        this.client = client;
    }

    CompletableFuture<List<Finding>> findings() {
        return client.strayOutput()
                .thenApply(found -> found
                        ? List.of(new Finding(
                                Severity.WARNING,
                                "notices",
                                "the CRM writes something in front of the JSON of its answers, such as messages of PHP; this component"
                                        + " reads on past it, others may not",
                                "set display_errors=Off in the php.ini of the CRM's web server"))
                        : List.<Finding>of())
                .exceptionally(failure -> List.of());
    }
}
