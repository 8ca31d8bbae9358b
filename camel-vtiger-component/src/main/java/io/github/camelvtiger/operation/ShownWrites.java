package io.github.camelvtiger.operation;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.WriteInterceptor;
import java.util.Optional;
import org.apache.camel.Exchange;

/** Whether the writes of an exchange are shown to an interceptor; an operation that cannot do so is refused then. */
final class ShownWrites {

    private ShownWrites() {}

    /** @throws InvalidRecordException if the property has something else than an interceptor */
    static Optional<WriteInterceptor> interceptor(Exchange exchange, String operation) {
        Object property = exchange.getProperty(VtigerConstants.WRITE_INTERCEPTOR);
        if (property == null || property instanceof WriteInterceptor) {
            return Optional.ofNullable((WriteInterceptor) property);
        }
        throw invalid(
                operation,
                "The exchange property " + VtigerConstants.WRITE_INTERCEPTOR + " has the Java type "
                        + property.getClass().getTypeName() + ", which is not a " + WriteInterceptor.class.getName()
                        + "; nothing was sent.");
    }

    /** The handler of an operation that writes without showing what it writes. */
    static OperationHandler refusing(String operation, OperationHandler handler) {
        return exchange -> {
            requireNoInterceptor(exchange, operation);
            return handler.handle(exchange);
        };
    }

    static void requireNoInterceptor(Exchange exchange, String operation) {
        if (interceptor(exchange, operation).isPresent()) {
            throw invalid(
                    operation,
                    "The operation " + operation
                            + " was refused, since it writes what no interceptor sees, and the exchange"
                            + " has one in its property " + VtigerConstants.WRITE_INTERCEPTOR
                            + "; remove the property before this call if it may pass unseen.");
        }
    }

    private static InvalidRecordException invalid(String operation, String sentence) {
        return new InvalidRecordException(sentence, FailureContext.of(operation, null, null));
    }
}
