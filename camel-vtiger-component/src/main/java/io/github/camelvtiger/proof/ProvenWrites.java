package io.github.camelvtiger.proof;

import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.AmbiguousWriteException;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.RecordNotFoundException;
import io.github.camelvtiger.crm.CrmWriter;
import io.github.camelvtiger.crm.Files;
import io.github.camelvtiger.crm.UnknownOwner;
import io.github.camelvtiger.crm.VtigerClient;
import io.github.camelvtiger.http.FormFile;
import io.github.camelvtiger.names.LookupFailures;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Writes whose outcome is found out when the answer does not come. Nothing is repeated. What is proven to have happened
 * is answered as if the answer had come; what is proven not to have happened ends with a
 * {@link io.github.camelvtiger.client.TransportException} or
 * {@link io.github.camelvtiger.client.ServerFailureException} that says so, and may be repeated; the rest stays an
 * {@link AmbiguousWriteException}. No thread waits meanwhile.
 */
public final class ProvenWrites implements CrmWriter {

    private static final String MARK = "source";
    private static final String MODIFIED = "modifiedtime";

    /**
     * The mark of a command that is to be carried out once: made of the command by whoever sends it, and the same when it is sent again. As
     * the server stores it: it turns a source into upper case ({@code change-feed.md §6}).
     */
    private static final Pattern COMMAND = Pattern.compile("S-[A-Z2-7]{16,78}", Pattern.CASE_INSENSITIVE);

    /** They take a source, but no query finds it ({@code change-feed.md §6}). */
    private static final Set<String> UNFINDABLE = Set.of("Emails");

    private final VtigerClient client;
    private final SaveWatch watch;

    /** @param longestSave how long a save may go on whose answer did not come */
    public ProvenWrites(VtigerClient client, Duration longestSave) {
        this(client, client::pause, System::nanoTime, longestSave);
    }

    ProvenWrites(
            VtigerClient client,
            Function<Duration, CompletableFuture<Void>> pauses,
            LongSupplier nanoTime,
            Duration longestSave) {
        this.client = client;
        this.watch = new SaveWatch(pauses, nanoTime, longestSave);
    }

    @Override
    public CompletableFuture<Map<String, Object>> create(String module, Map<String, ?> record) {
        return create(module, record, CreateTrace.begin());
    }

    /**
     * Marks the record in its field {@code source}, unless it has a value there, and creates it. A value that is the mark of a
     * command ({@code S-} and 16 to 78 digits of base32) proves as much as a mark of this class; any other value may be that of other
     * records. A trace of an earlier try whose outcome was not known is followed first: the record is not created again if there is one.
     */
    public CompletableFuture<Map<String, Object>> create(String module, Map<String, ?> record, CreateTrace trace) {
        return create(module, record, trace, marked -> client.create(module, marked), stored -> true);
    }

    /** The same for a document with its file; it is not stored before it has the file. */
    public CompletableFuture<Map<String, Object>> upload(Map<String, ?> document, FormFile file, CreateTrace trace) {
        return create(
                        Files.DOCUMENTS,
                        document,
                        trace,
                        marked -> client.files().upload(marked, file),
                        stored -> !Files.attachments(stored).isEmpty())
                .thenCompose(stored -> client.files().withItsFile(stored, file));
    }

    private CompletableFuture<Map<String, Object>> create(
            String module,
            Map<String, ?> record,
            CreateTrace trace,
            Function<Map<String, ?>, CompletableFuture<Map<String, Object>>> call,
            Predicate<Map<String, Object>> isWhole) {
        return client.describe(module)
                .thenCompose(description -> canBeMarked(description)
                        ? marked(description, record, trace, call, isWhole)
                        : call.apply(record).exceptionallyCompose(failure -> unmarked(module, Futures.cause(failure))));
    }

    private static boolean canBeMarked(ModuleDescription description) {
        return description.field(MARK).isPresent() && !UNFINDABLE.contains(description.name());
    }

    private static CompletableFuture<Map<String, Object>> unmarked(String module, Throwable failure) {
        return CompletableFuture.failedFuture(
                failure instanceof AmbiguousWriteException interrupted
                        ? Verdicts.unproven(
                                interrupted, "records of " + module + " can't be found by a mark in the field source.")
                        : failure);
    }

    private CompletableFuture<Map<String, Object>> marked(
            ModuleDescription module,
            Map<String, ?> record,
            CreateTrace trace,
            Function<Map<String, ?>, CompletableFuture<Map<String, Object>>> call,
            Predicate<Map<String, Object>> isWhole) {
        Object own = record.get(MARK);
        boolean unmarked = own == null || own.toString().isBlank();
        boolean markIsOurs = unmarked || COMMAND.matcher(own.toString()).matches();
        Map<String, Object> sent = new LinkedHashMap<>(record);
        if (unmarked) {
            sent.put(MARK, trace.mark());
        }
        Sought sought = new Sought(module, sent, markIsOurs, isWhole);
        return trace.isDoubtful()
                ? new CreateProof(client, watch, sought, earlier(module.name()))
                        .find(trace.since())
                        .thenCompose(found -> found.map(stored -> created(module, sent, stored))
                                .orElseGet(() -> send(sought, trace, call)))
                : send(sought, trace, call);
    }

    private static AmbiguousWriteException earlier(String module) {
        return new AmbiguousWriteException(
                "It is not known whether an earlier try to create this record of " + module + " happened.",
                FailureContext.of("create", module, null));
    }

    private CompletableFuture<Map<String, Object>> send(
            Sought sought, CreateTrace trace, Function<Map<String, ?>, CompletableFuture<Map<String, Object>>> call) {
        return interruptedOnly(() -> call.apply(sought.sent()), interrupted -> {
            trace.doubt(watch.now());
            return new CreateProof(client, watch, sought, interrupted)
                    .find(trace.since())
                    .thenCompose(found -> found.map(stored -> created(sought.module(), sought.sent(), stored))
                            .orElseGet(() -> CompletableFuture.failedFuture(Verdicts.didNotHappen(
                                    interrupted,
                                    "no record has its mark " + sought.mark() + " in the field source",
                                    watch.longestSave()))));
        });
    }

    private static CompletableFuture<Map<String, Object>> created(
            ModuleDescription module, Map<String, ?> sent, Map<String, Object> stored) {
        return UnknownOwner.of(stored)
                ? CompletableFuture.failedFuture(
                        UnknownOwner.fault(module.name(), sent.get("assigned_user_id"), stored))
                : CompletableFuture.completedFuture(stored);
    }

    @Override
    public CompletableFuture<Map<String, Object>> update(Map<String, ?> record) {
        return change(record, client::update);
    }

    @Override
    public CompletableFuture<Map<String, Object>> revise(Map<String, ?> record) {
        return change(record, client::revise);
    }

    private CompletableFuture<Map<String, Object>> change(
            Map<String, ?> record, Function<Map<String, ?>, CompletableFuture<Map<String, Object>>> call) {
        RecordId id;
        try {
            id = RecordId.parse(String.valueOf(record.get("id")));
        } catch (InvalidRecordException malformed) {
            return CompletableFuture.failedFuture(malformed);
        }
        return before(id).thenCompose(before -> {
            long begun = watch.now();
            return interruptedOnly(() -> call.apply(record), interrupted -> provable(record, interrupted)
                    .thenCompose(yes ->
                            new ChangeProof(client, watch, id, record, before, interrupted).prove(begun, watch.now())));
        });
    }

    /** Of a record without a time of modification, how it is before the write; others say themselves whether they were written. */
    private CompletableFuture<Optional<Map<String, Object>>> before(RecordId id) {
        return LookupFailures.emptyWhereDenied(client.moduleOf(id)).thenCompose(module -> module.flatMap(it -> it)
                .map(client::describe)
                .map(described -> described.thenCompose(it -> it.field(MODIFIED).isPresent()
                        ? CompletableFuture.completedFuture(Optional.<Map<String, Object>>empty())
                        : client.retrieve(id).thenApply(Optional::of)))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty())));
    }

    /** Fails for changed items on a server that may replace them and then fail: items that agree prove nothing there. */
    private CompletableFuture<Boolean> provable(Map<String, ?> record, AmbiguousWriteException interrupted) {
        return record.containsKey(LineItems.FIELD)
                ? client.capabilities()
                        .changeItems()
                        .thenCompose(able -> able
                                ? CompletableFuture.completedFuture(true)
                                : CompletableFuture.failedFuture(Verdicts.unproven(
                                        interrupted,
                                        "on this server the items of an order may be those that were"
                                                + " sent although its totals are not.")))
                : CompletableFuture.completedFuture(true);
    }

    @Override
    public CompletableFuture<Void> delete(RecordId id) {
        return interruptedOnly(
                () -> client.delete(id),
                interrupted -> watch.until(
                        watch.now(),
                        () -> gone(id),
                        () -> CompletableFuture.failedFuture(
                                Verdicts.didNotHappen(interrupted, "the record was still there", watch.longestSave())),
                        failure -> Verdicts.unreadable(interrupted, failure)));
    }

    private CompletableFuture<Optional<CompletableFuture<Void>>> gone(RecordId id) {
        return client.retrieve(id).handle((stored, failure) -> {
            if (failure == null) {
                return Optional.empty();
            }
            Throwable cause = Futures.cause(failure);
            if (cause instanceof RecordNotFoundException) {
                return Optional.of(CompletableFuture.completedFuture(null));
            }
            throw new CompletionException(cause);
        });
    }

    /** The call's own end, unless it is not known whether it happened. */
    private static <T> CompletableFuture<T> interruptedOnly(
            Supplier<CompletableFuture<T>> call, Function<AmbiguousWriteException, CompletableFuture<T>> proof) {
        return call.get().exceptionallyCompose(failure -> {
            Throwable cause = Futures.cause(failure);
            return cause instanceof AmbiguousWriteException interrupted
                    ? proof.apply(interrupted)
                    : CompletableFuture.failedFuture(cause);
        });
    }
}
