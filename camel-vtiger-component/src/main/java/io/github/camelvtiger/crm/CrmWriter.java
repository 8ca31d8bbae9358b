package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.VtigerException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What writes single records; futures end with a {@link VtigerException}. */
public interface CrmWriter {

    /** Creates; owner {@code assigned_user_id} if given, else the connection's own user. Answers the whole record. */
    CompletableFuture<Map<String, Object>> create(String module, Map<String, ?> record);

    /** Writes all of the record ({@code id} in it): the server wants every mandatory field. */
    CompletableFuture<Map<String, Object>> update(Map<String, ?> record);

    /** Writes only the given fields of the record whose {@code id} is among them. */
    CompletableFuture<Map<String, Object>> revise(Map<String, ?> record);

    CompletableFuture<Void> delete(RecordId id);
}
