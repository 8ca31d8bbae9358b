package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.Page;
import io.github.camelvtiger.client.RateNumbers;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.SessionNumbers;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.http.HttpMethod;
import io.github.camelvtiger.names.ModuleTypes;
import io.github.camelvtiger.names.NameResolver;
import io.github.camelvtiger.protocol.LoneSession;
import io.github.camelvtiger.protocol.Protocol;
import io.github.camelvtiger.protocol.ServerAnswer;
import io.github.camelvtiger.protocol.ServerCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One Vtiger as one user, asynchronous and safe for many threads. Futures end with a {@link VtigerException}. No call is
 * made before the first one asked for; sessions are opened, kept and renewed behind it.
 */
public final class VtigerClient implements CrmWriter, AutoCloseable {

    private final ClientStack connection;
    private final Protocol protocol;
    private final Descriptions metadata;
    private final Denials denials;
    private final ConnectionUser user;
    private final RawRequests raw;
    private final Queries queries;
    private final Capabilities capabilities;
    private final Relations relations;
    private final Lookups lookups;
    private final SyncRequests syncs;
    private final LeadConversion leads;
    private final RecordStreams streams;
    private final Files files;
    private final NameResolver names = new NameResolver(new ClientNames(this), System::nanoTime);
    private final UnknownOwner unknownOwner = new UnknownOwner(this::queryPage, this::describe);

    /** @throws IllegalArgumentException when the url is not an http or https address */
    public VtigerClient(ClientSettings settings) {
        this(ClientStack.open(settings));
    }

    VtigerClient(ClientStack stack) {
        connection = stack;
        protocol = connection.protocol();
        metadata = new Descriptions(protocol, System::nanoTime);
        capabilities = new Capabilities(new CapabilityProbe(protocol, metadata)::of, System::nanoTime);
        denials = new Denials(protocol, metadata, new RefusedOwners(capabilities));
        LineItemReader lineItems = new LineItemReader(this);
        queries = new Queries(protocol, denials, metadata, this::describe, lineItems);
        streams = new RecordStreams(queries, this::describe, lineItems);
        user = new ConnectionUser(protocol);
        raw = new RawRequests(protocol, user, capabilities);
        relations = new Relations(denials, metadata, queries, capabilities);
        lookups = new Lookups(denials, metadata, queries, capabilities);
        syncs = new SyncRequests(denials, capabilities);
        leads = new LeadConversion(this, denials, capabilities);
        files = new Files(protocol, denials, capabilities, user);
    }

    /** Where the owner does not exist and the record is stored all the same, the failure names its id. */
    @Override
    public CompletableFuture<Map<String, Object>> create(String module, Map<String, ?> record) {
        return user.completed(module, record).thenCompose(element -> {
            ServerCall call =
                    ServerCall.write("create", module, null, Map.of("elementType", module, "element", element));
            return denials.explained(call)
                    .exceptionallyCompose(failure -> unknownOwner
                            .explained(Denials.known(failure), module, element)
                            .thenCompose(CompletableFuture::failedFuture))
                    .thenApply(answer -> Results.record(call, answer));
        });
    }

    public CompletableFuture<Map<String, Object>> retrieve(RecordId id) {
        ServerCall call = ServerCall.get("retrieve", null, id.toString(), Map.of("id", id));
        return denials.explained(call).thenApply(answer -> Results.record(call, answer));
    }

    /** A description that is left out is read first, since the server would damage it. */
    @Override
    public CompletableFuture<Map<String, Object>> update(Map<String, ?> record) {
        if (!OmittedDescription.of(record)) {
            return write("update", record, record);
        }
        return idOf(record)
                .thenCompose(this::retrieve)
                .thenCompose(stored -> write("update", record, OmittedDescription.put(record, stored)));
    }

    @Override
    public CompletableFuture<Map<String, Object>> revise(Map<String, ?> record) {
        return write("revise", record, EntityText.encoded(record));
    }

    private CompletableFuture<Map<String, Object>> write(String operation, Map<String, ?> record, Map<String, ?> sent) {
        return idOf(record).thenCompose(id -> {
            ServerCall call = ServerCall.write(operation, null, id.toString(), Map.of("element", sent));
            return denials.explained(call).thenApply(answer -> Results.record(call, answer));
        });
    }

    private static CompletableFuture<RecordId> idOf(Map<String, ?> record) {
        try {
            return CompletableFuture.completedFuture(RecordId.parse(Results.text(record.get("id"))));
        } catch (InvalidRecordException malformed) {
            return CompletableFuture.failedFuture(malformed);
        }
    }

    @Override
    public CompletableFuture<Void> delete(RecordId id) {
        ServerCall call = ServerCall.write("delete", null, id.toString(), Map.of("id", id));
        return denials.explained(call).thenAccept(answer -> Results.object(call, answer));
    }

    /** One query request: at most 100 rows. The final semicolon is added where it lacks. */
    public CompletableFuture<Page> queryPage(String vtql) {
        return queries.page(vtql);
    }

    /**
     * All rows of a query over as many requests as it takes; the user's ORDER BY and LIMIT hold over all of them. With
     * {@code *} the records of a module with line items have no fields of a single item.
     */
    public CompletableFuture<List<Map<String, Object>>> query(String vtql) {
        return queries.all(vtql);
    }

    /** The same, where the module has line items each record with them in its field {@code LineItems}. */
    public CompletableFuture<List<Map<String, Object>>> queryWithItems(String vtql) {
        return queries.allWithItems(vtql);
    }

    /** How many records a query finds; a {@code select *} or {@code select fields} is counted by its WHERE. */
    public CompletableFuture<Long> count(String vtql) {
        return queries.count(vtql);
    }

    /** Records that are read while they are consumed. */
    public RecordStreams streams() {
        return streams;
    }

    /** Single pages of which an empty one is really the end. */
    public ProvenPages provenPages() {
        return queries.proven();
    }

    /** Cached; read again after {@link #forgetMetadata()}. */
    public CompletableFuture<ModuleDescription> describe(String module) {
        return metadata.describe(module)
                .exceptionallyCompose(failure ->
                        denials.<ModuleDescription>moduleDenied(failure, FailureContext.of("describe", module, null)));
    }

    /** As {@link #describe}, asked again since the known one lacks something; at most once in ten seconds a module. */
    public CompletableFuture<ModuleDescription> describeAgain(String module) {
        return metadata.describeAgain(module);
    }

    /** What this server can do that not every server can. */
    public Capabilities capabilities() {
        return capabilities;
    }

    public Relations relations() {
        return relations;
    }

    public Lookups lookups() {
        return lookups;
    }

    public SyncRequests syncs() {
        return syncs;
    }

    public LeadConversion leads() {
        return leads;
    }

    /** Documents with their files, and images. */
    public Files files() {
        return files;
    }

    /** Finds ids by names; what it found is shared by all who use this client. */
    public NameResolver names() {
        return names;
    }

    /** The modules that the user may see, as the CRM has them now. */
    public CompletableFuture<List<String>> listTypes() {
        return metadata.typesAgain().thenApply(ModuleTypes::names);
    }

    /** The modules that the user may see, with their labels. Cached. */
    public CompletableFuture<ModuleTypes> moduleTypes() {
        return metadata.types();
    }

    /** The connection's own user, his rights and preferences. */
    public ConnectionUser user() {
        return user;
    }

    /** The record of the connection's own user. */
    public CompletableFuture<Map<String, Object>> me() {
        return user.me();
    }

    /**
     * Any operation of the server, authenticated. {@code /op} names the operation, a Map value of a parameter is sent
     * as JSON; {@code /me} is {@link #me()}. Answers the {@code result} of the envelope: Map, List, String, Number,
     * Boolean or null.
     *
     * @param method GET or POST: the server reads parameters only from the one it registered for the operation
     */
    public CompletableFuture<Object> request(String path, String method, Map<String, ?> parameters) {
        return raw.result(rawRequest(path, method, parameters));
    }

    /** The whole answer of an operation as the server gave it, envelope included; what is in front of it is cut off. */
    public CompletableFuture<byte[]> requestRaw(String path, String method, Map<String, ?> parameters) {
        return raw.envelope(rawRequest(path, method, parameters));
    }

    private static RawRequest rawRequest(String path, String method, Map<String, ?> parameters) {
        HttpMethod known = HttpMethod.named(method == null ? "GET" : method)
                .orElseThrow(() -> new InvalidRecordException(
                        "The method '" + method + "' is not one of the server's; use GET or POST.",
                        FailureContext.of("request", null, null)));
        return new RawRequest(path, known, parameters, Map.of(), null);
    }

    /** The same with all that a request can have. */
    public RawRequests requests() {
        return raw;
    }

    /** The same of a call about a record or a module, with its denial explained as everywhere else. */
    public CompletableFuture<byte[]> answerRaw(ServerCall call) {
        return denials.explained(call).thenApply(ServerAnswer::envelope);
    }

    /** The module whose ids begin with the id's number; empty where the user sees none. Cached. */
    public CompletableFuture<Optional<String>> moduleOf(RecordId id) {
        return metadata.moduleOf(id);
    }

    /**
     * The CRM's time by a challenge, apart from the header {@code Date} of its answers.
     *
     * @param notOlderThan an earlier challenge will do when no more time has passed since, which is added
     */
    public CompletableFuture<Instant> challengeTime(Duration notOlderThan) {
        return protocol.challengeTime(notOlderThan);
    }

    /** The number with which the ids of a module begin; empty if the user may not see the module. Cached. */
    public CompletableFuture<Optional<Integer>> idPrefix(String module) {
        return metadata.idPrefix(module);
    }

    /** What the sessions of this client are doing; none by a protocol without sessions. */
    public SessionNumbers sessions() {
        return protocol.sessions();
    }

    /** A session that serves no other call; empty by a protocol without sessions. */
    public CompletableFuture<Optional<LoneSession>> openLoneSession() {
        return protocol.openLoneSession();
    }

    /** How far the calls that the CRM allows the connection's user are used up, by all clients that share them. */
    public RateNumbers rates() {
        return connection.rate().numbers();
    }

    /** Done after that time, no thread waiting; failed when the client is closed before. */
    public CompletableFuture<Void> pause(Duration time) {
        return connection.waits().ofNanos(time.toNanos());
    }

    /** Whether the CRM writes something in front of the JSON of its answers, such as messages of PHP. */
    public CompletableFuture<Boolean> strayOutput() {
        return protocol.call(ServerCall.get("listtypes", null, null, Map.of())).thenApply(ServerAnswer::hasStrayOutput);
    }

    public void forgetMetadata() {
        metadata.forget();
        relations.forget();
    }

    @Override
    public void close() {
        connection.close();
    }
}
