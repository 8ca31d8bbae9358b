package io.github.camelvtiger.operation;

import io.github.camelvtiger.VtigerConfiguration;
import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.VtigerOperation;
import io.github.camelvtiger.changes.WriteBroadcast;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.crm.VtigerClient;
import io.github.camelvtiger.upsert.KeyQueues;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.apache.camel.Message;

/**
 * What the operations of one endpoint share.
 *
 * @param module of the endpoint's URI; null for none
 * @param allowed what headers may choose besides the endpoint's own operation
 * @param upsertKeys by which upserts of one key wait for one another, whatever endpoint they come from
 * @param ownWrites told what was written, for the feeds that leave it out
 * @param executor where work goes on after an answer of the server, so that no thread of the transport is held up
 */
public record OperationContext(
        VtigerClient client,
        VtigerConfiguration configuration,
        String module,
        Set<VtigerOperation> allowed,
        KeyQueues upsertKeys,
        WriteBroadcast.OfOneCrm ownWrites,
        Executor executor) {

    /** The header's module, else the endpoint's. */
    Optional<String> module(Message message) {
        return header(message, VtigerConstants.MODULE).or(() -> Optional.ofNullable(module));
    }

    String requireModule(Message message, VtigerOperation operation) {
        return module(message)
                .orElseThrow(() -> new InvalidRecordException(
                        "The operation " + operation.uriName() + " needs a module: write vtiger:" + operation.uriName()
                                + "/Module or set the header " + VtigerConstants.MODULE + ".",
                        FailureContext.of(operation.uriName(), null, null)));
    }

    /** @param validates where the option validate is not set */
    WritePipeline preparedWrites(boolean validates) {
        return new WritePipeline(client, configuration, validates, ownWrites);
    }

    /** A header's text; absent when blank. */
    static Optional<String> header(Message message, String name) {
        return Optional.ofNullable(message.getHeader(name, String.class))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
