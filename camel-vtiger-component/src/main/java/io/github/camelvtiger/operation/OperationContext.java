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
import org.apache.camel.TypeConversionException;

/**
 * What the operations of one endpoint share.
 *
 * @param client of the endpoint's connection; null if it has none, which only lists those of the application
 * @param module of the endpoint's URI; null for none
 * @param allowed what headers may choose besides the endpoint's own operation
 * @param upsertKeys by which upserts of one key wait for one another, whatever endpoint they come from
 * @param ownWrites notified of what was written, for the feeds that leave it out
 * @param validates whether records are checked before they are sent if the option validate is not set
 * @param connections those of the application
 * @param executor where work continues after an answer of the server, so that no thread of the transport is held up
 */
public record OperationContext(
        VtigerClient client,
        VtigerConfiguration configuration,
        String module,
        Set<VtigerOperation> allowed,
        KeyQueues upsertKeys,
        WriteBroadcast.OfOneCrm ownWrites,
        boolean validates,
        Executor executor,
        Connections connections) {

    /** The header's module, else the endpoint's, which beats a header that a consumer left behind. */
    Optional<String> module(Message message) {
        return chosenModule(message).or(() -> header(message, VtigerConstants.MODULE));
    }

    /**
     * The same without a header that a consumer left behind. It was not chosen for this operation: a feed would write into
     * the module that it reads.
     */
    Optional<String> chosenModule(Message message) {
        String consumed = message.getExchange().getProperty(VtigerConstants.CONSUMER_MODULE, String.class);
        return header(message, VtigerConstants.MODULE)
                .filter(name -> !name.equals(consumed))
                .or(() -> Optional.ofNullable(module));
    }

    /** The header's id as it is: what is not exactly an id must not become one. Absent when blank. */
    static Optional<String> idHeader(Message message) {
        return Optional.ofNullable(text(message, VtigerConstants.RECORD_ID)).filter(text -> !text.isBlank());
    }

    String requireModule(Message message, VtigerOperation operation) {
        return module(message)
                .orElseThrow(() -> new InvalidRecordException(
                        "The operation " + operation.uriName() + " needs a module: write vtiger:" + operation.uriName()
                                + "/Module or set the header " + VtigerConstants.MODULE + ".",
                        FailureContext.of(operation.uriName(), null, null)));
    }

    /** The same for operations that check records by default. */
    OperationContext validating() {
        return new OperationContext(
                client, configuration, module, allowed, upsertKeys, ownWrites, true, executor, connections);
    }

    WritePipeline preparedWrites() {
        return new WritePipeline(client, configuration, validates, ownWrites);
    }

    /** A header's text; absent when blank. */
    static Optional<String> header(Message message, String name) {
        return Optional.ofNullable(text(message, name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /**
     * A header's text as it is; null for none.
     *
     * @throws InvalidRecordException for a value that has no text
     */
    public static String text(Message message, String name) {
        try {
            return message.getHeader(name, String.class);
        } catch (TypeConversionException noText) {
            throw new InvalidRecordException(
                    "The header " + name + " has the Java type "
                            + message.getHeader(name).getClass().getTypeName()
                            + ", which cannot be read as a text; set it to a text.",
                    FailureContext.NONE);
        }
    }
}
