package io.github.camelvtiger.client;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Sees each write of an exchange after its record was looked up and before it is sent, and again with the outcome: for a
 * journal, a limit, a dry run. It is set as an exchange property and may be called on several threads at once, which may be blocked for
 * a short while, as by a database. What an upsert finds equal is not written, and so not seen.
 */
public interface WriteInterceptor {

    /**
     * The write is sent when the future is done. One that completes exceptionally withholds the write: nothing is sent, and its element fails with
     * that exception if it is a {@link VtigerException}, such as a {@link WithheldWriteException}, or else with a {@link WithheldWriteException} that has it as its
     * cause.
     */
    CompletableFuture<Void> before(PlannedWrite write);

    /**
     * The write was made. Called before the exchange or its batch continues; what it throws is logged and does not change the
     * outcome.
     *
     * @param answer the record as the server answered it, or as it was found where that was proven by {@code ambiguousWrites=verify}; empty
     *     for a delete
     */
    void after(PlannedWrite write, Map<String, Object> answer);

    /**
     * The write was sent and failed. Whether it was made nevertheless is not known if it is an {@link AmbiguousWriteException};
     * the record of a failed create is there if the failure names its {@linkplain VtigerException#getRecordId() id}. Called, and
     * logged if it throws, as {@link #after}.
     */
    void failed(PlannedWrite write, VtigerException failure);
}
