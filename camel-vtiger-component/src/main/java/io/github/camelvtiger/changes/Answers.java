package io.github.camelvtiger.changes;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.TransportException;
import io.github.camelvtiger.client.VtigerException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Waits for the client where a poll has nothing else to do. */
public final class Answers {

    private Answers() {}

    /** @throws VtigerException what the call failed with; a {@link TransportException} when the waiting is interrupted */
    public static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new TransportException(
                    "The CRM's answer was not waited for, because the consumer stops.", FailureContext.NONE, e);
        } catch (CancellationException e) {
            throw new TransportException(
                    "The call of the CRM was cancelled, because the client closed.", FailureContext.NONE, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof VtigerException failure) {
                throw failure;
            }
            throw new IllegalStateException("The client failed unexpectedly: " + e.getCause(), e.getCause());
        }
    }
}
