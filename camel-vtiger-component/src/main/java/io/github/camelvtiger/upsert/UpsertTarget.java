package io.github.camelvtiger.upsert;

import io.github.camelvtiger.client.WithheldWriteException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What an upsert does to its rows besides finding their records. May throw or end exceptionally. */
public interface UpsertTarget {

    /** @return the row as a record in the CRM's forms, mutable */
    CompletableFuture<Map<String, Object>> prepared(Object row);

    /** @param index of the row in its batch */
    CompletableFuture<WriteResult> create(int index, Map<String, Object> record);

    /**
     * Writes the fields of the record whose {@code id} is among them.
     *
     * @param stored the record as far as it is known
     */
    CompletableFuture<WriteResult> revise(int index, Map<String, Object> fields, Map<String, Object> stored);

    /**
     * A change of a record whose create was only rehearsed ({@link WithheldWriteException#isDryRun()}): nothing is sent, and the future ends
     * exceptionally.
     *
     * @param stored the record as the create would have made it, without an id
     */
    CompletableFuture<WriteResult> reviseUncreated(int index, Map<String, Object> fields, Map<String, Object> stored);
}
