package io.github.camelvtiger.client;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * One Vtiger as one user, asynchronous and safe for many threads. Futures end with a {@link VtigerException}. No call is
 * made before the first one asked for; sessions are opened, kept and renewed behind it.
 */
public final class VtigerClient implements AutoCloseable {

    public VtigerClient(ClientSettings settings) {
        throw new UnsupportedOperationException("being written");
    }

    /** Creates; owner {@code assigned_user_id} if given, else the connection's own user. Answers the whole record. */
    public CompletableFuture<Map<String, Object>> create(String module, Map<String, ?> record) {
        throw new UnsupportedOperationException("being written");
    }

    public CompletableFuture<Map<String, Object>> retrieve(RecordId id) {
        throw new UnsupportedOperationException("being written");
    }

    /** Writes all of the record ({@code id} in it): the server wants every mandatory field. */
    public CompletableFuture<Map<String, Object>> update(Map<String, ?> record) {
        throw new UnsupportedOperationException("being written");
    }

    /** Writes only the given fields of the record whose {@code id} is among them. */
    public CompletableFuture<Map<String, Object>> revise(Map<String, ?> record) {
        throw new UnsupportedOperationException("being written");
    }

    public CompletableFuture<Void> delete(RecordId id) {
        throw new UnsupportedOperationException("being written");
    }

    /** One query request: at most 100 rows. The final semicolon is added where it lacks. */
    public CompletableFuture<Page> queryPage(String vtql) {
        throw new UnsupportedOperationException("being written");
    }

    /** All rows of a query over as many requests as it takes; the user's ORDER BY and LIMIT hold over all of them. */
    public CompletableFuture<List<Map<String, Object>>> query(String vtql) {
        throw new UnsupportedOperationException("being written");
    }

    /** How many records a query finds; a {@code select *} or {@code select fields} is counted by its WHERE. */
    public CompletableFuture<Long> count(String vtql) {
        throw new UnsupportedOperationException("being written");
    }

    /**
     * All records of a module by keyset, ascending by id, read while they are consumed.
     *
     * @param columns field names; empty for all
     * @param where a VTQL condition without the word WHERE; null for none
     */
    public RecordStream export(String module, List<String> columns, String where) {
        throw new UnsupportedOperationException("being written");
    }

    /** Cached; read anew after {@link #forgetMetadata()}. */
    public CompletableFuture<ModuleDescription> describe(String module) {
        throw new UnsupportedOperationException("being written");
    }

    public CompletableFuture<List<String>> listTypes() {
        throw new UnsupportedOperationException("being written");
    }

    /** The connection's own user: retrieved, or what the login told where a user may not read himself. */
    public CompletableFuture<Map<String, Object>> me() {
        throw new UnsupportedOperationException("being written");
    }

    /**
     * Any operation of the server, authenticated. {@code /op} names the operation, a Map value of a parameter is sent
     * as JSON; {@code /me} is {@link #me()}. Answers the {@code result} of the envelope: Map, List, String, Number,
     * Boolean or null.
     *
     * @param method GET or POST: the server reads parameters only from the one it registered for the operation
     */
    public CompletableFuture<Object> request(String path, String method, Map<String, ?> parameters) {
        throw new UnsupportedOperationException("being written");
    }

    /** The whole answer of an operation as the server gave it, envelope included; what is in front of it is cut off. */
    public CompletableFuture<byte[]> requestRaw(String path, String method, Map<String, ?> parameters) {
        throw new UnsupportedOperationException("being written");
    }

    public void forgetMetadata() {
        throw new UnsupportedOperationException("being written");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("being written");
    }
}
