package io.github.camelvtiger;

import io.github.camelvtiger.changes.Answers;
import io.github.camelvtiger.changes.Change;
import io.github.camelvtiger.changes.ChangeFeed;
import io.github.camelvtiger.changes.ChangeKind;
import io.github.camelvtiger.changes.CursorAdministration;
import io.github.camelvtiger.changes.Delivery;
import io.github.camelvtiger.changes.FeedProgress;
import io.github.camelvtiger.changes.FeedSources;
import io.github.camelvtiger.changes.ServerClock;
import io.github.camelvtiger.changes.SyncCalls;
import io.github.camelvtiger.changes.VtqlChangeSource;
import io.github.camelvtiger.changes.VtqlRecordIds;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.crm.VtigerClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.api.management.ManagedResource;

/** Sends the changes of a module through a route, one exchange for each state of a record ({@link ChangeFeed}). */
@ManagedResource(description = "Managed Vtiger changes consumer")
public final class ChangesConsumer extends VtigerConsumer implements ManagedCursor {

    private final FeedProgress progress;
    private CursorPlace place;
    private ChangeFeed feed;
    /** What the route gets of a record's state. */
    private UnaryOperator<Map<String, Object>> delivered = UnaryOperator.identity();
    /** Null without the option hints. */
    private HintedPolls hinted;
    /** Ends that hints come. */
    private Runnable noMoreHints = () -> {};
    /** Null before the module is met. */
    private volatile Integer idPrefix;
    /** Null where Camel manages this itself. */
    private ManagedDelegate managed;

    ChangesConsumer(VtigerEndpoint endpoint, Processor processor) {
        this(endpoint, processor, new FeedProgress(endpoint.getComponent().nanoTime()));
    }

    private ChangesConsumer(VtigerEndpoint endpoint, Processor processor, FeedProgress progress) {
        super(endpoint, processor, progress);
        this.progress = progress;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        FeedOptions.validate(getEndpoint());
    }

    @Override
    protected void doStart() throws Exception {
        CursorPlace own = CursorPlace.of(getEndpoint());
        getEndpoint().getComponent().cursors().take(own);
        place = own;
        progress.restart();
        try {
            super.doStart();
            takeHints();
        } catch (Exception e) {
            noMoreHints();
            figures().stop();
            release();
            throw e;
        }
        if (!isOfItsRoute()) {
            managed = new ManagedDelegate(this);
            managed.start();
        }
    }

    private void takeHints() {
        VtigerConfiguration options = getEndpoint().getConfiguration();
        if (options.getHints() != null) {
            hinted = new HintedPolls(
                    getEndpoint().getCamelContext(), Duration.ofMillis(options.getVerifyDelay()), this::hintedPoll);
            noMoreHints = getEndpoint().getComponent().hintSources().join(options.getHints(), this::hint);
        }
    }

    private void noMoreHints() {
        noMoreHints.run();
        noMoreHints = () -> {};
    }

    private void hint(Hint hint) {
        if (hint.concerns(getEndpoint().getModule(), idPrefix)) {
            hinted.hint();
        }
    }

    private void hintedPoll() {
        try {
            if (isPollAllowed() && isRunAllowed() && !isSuspendingOrSuspended()) {
                poll();
            }
        } catch (Exception e) {
            getExceptionHandler().handleException("The look of " + getEndpoint() + " because of a hint has failed.", e);
        }
    }

    @Override
    void stopPolls() throws Exception {
        if (hinted != null) {
            hinted.close();
        }
        super.stopPolls();
    }

    @Override
    protected void doStop() throws Exception {
        noMoreHints();
        try {
            if (managed != null) {
                managed.stop();
                managed = null;
            }
        } finally {
            super.doStop();
        }
    }

    /** Camel manages the consumer of a route itself, but not one that another consumer starts, such as that of master. */
    private boolean isOfItsRoute() {
        return getRoute() != null && getRoute().getConsumer() == this;
    }

    @Override
    void readPages() throws Exception {
        try {
            boolean first = feed == null;
            ChangeFeed met = feed();
            if (first) {
                reached();
            }
            delivered = typing(getEndpoint().getModule());
            met.begin();
            deliver();
        } catch (Exception e) {
            progress.failed();
            throw e;
        }
    }

    private void deliver() throws Exception {
        try {
            sendAll();
        } catch (Exception e) {
            endAfter(e);
            throw e;
        }
        feed.end();
    }

    /** The CRM and the store are met only here, since both may be away when the route starts. */
    private ChangeFeed feed() {
        if (feed == null) {
            VtigerEndpoint endpoint = getEndpoint();
            VtigerClient client = endpoint.client();
            ModuleDescription module = Answers.await(client.describe(endpoint.getModule()));
            idPrefix = module.idPrefix();
            String where = endpoint.getConfiguration().getWhere();
            boolean lineItems = endpoint.getConfiguration().isLineItems();
            SyncType syncType = endpoint.getConfiguration().getSyncType();
            feed = new ChangeFeed(
                    new FeedSources(
                            new VtqlChangeSource(
                                    client, module, FeedOptions.columns(endpoint), where, lineItems, unusable()),
                            new VtqlRecordIds(client, module, where, unusable()),
                            syncType == null ? null : new SyncCalls(client, module, syncType.name(), unusable()),
                            () -> endpoint.ownWrites(module.idPrefix())),
                    place.open(),
                    new ServerClock(endpoint.getComponent().nanoTime()),
                    endpoint.getComponent().clock(),
                    progress,
                    FeedOptions.settings(endpoint));
        }
        return feed;
    }

    private void sendAll() throws Exception {
        int limit = getEndpoint().getConfiguration().getMaxMessagesPerPoll();
        int left = limit > 0 ? limit : Integer.MAX_VALUE;
        while (left > 0 && mayGoOn()) {
            Optional<List<Change>> page = feed.next(left);
            if (page.isEmpty()) {
                return;
            }
            reached();
            left -= page.get().size();
            processBatch(page.get().stream().map(this::dispatch).collect(Collectors.toCollection(ArrayDeque::new)));
        }
    }

    /** What is done is kept even where the poll fails, so that it is not done again; an interrupt must not prevent that. */
    private void endAfter(Exception failure) {
        boolean interrupted = Thread.interrupted();
        try {
            feed.end();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
        if (interrupted || failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
    }

    private Dispatch dispatch(Change change) {
        Delivery delivery = change.delivery();
        Dispatch dispatch = dispatch(
                delivery.id().toString(), delivered.apply(change.state().fields()), change);
        Message message = dispatch.exchange().getIn();
        message.setHeader(
                VtigerConstants.EVENT, FeedOptions.event(change.kind()).headerValue());
        if (change.kind() == ChangeKind.DELETED) {
            feed.lookedForDeletions().ifPresent(time -> message.setHeader(VtigerConstants.DELETED_AFTER, time));
        }
        if (change.kind() != ChangeKind.DELETED && change.state().modifiedTime() != null) {
            message.setHeader(VtigerConstants.MODIFIED_TIME, delivery.modifiedTime());
        }
        if (change.changedFields() != null && getEndpoint().getConfiguration().isChangedFields()) {
            message.setHeader(VtigerConstants.CHANGED_FIELDS, change.changedFields());
        }
        return dispatch;
    }

    @Override
    String event(Dispatch dispatch) {
        return FeedOptions.event(dispatch.subject(Change.class).kind()).headerValue();
    }

    @Override
    void done(List<Dispatch> dispatches) {
        feed.completed(changes(dispatches));
    }

    @Override
    void park(List<Dispatch> dispatches) {
        feed.park(changes(dispatches));
    }

    private static List<Change> changes(List<Dispatch> dispatches) {
        return dispatches.stream()
                .map(dispatch -> dispatch.subject(Change.class))
                .toList();
    }

    @Override
    public ConsumerStatus status() {
        return figures().status();
    }

    @Override
    public String getCursorKey() {
        return CursorPlace.of(getEndpoint()).key();
    }

    /** The next poll reads again what is stored. */
    @Override
    public <T> T administer(Function<CursorAdministration, T> work) {
        return gate().betweenPolls(getEndpoint(), () -> {
            closeFeed();
            try (CursorAdministration cursor = new CursorAdministration(
                    CursorPlace.of(getEndpoint()).open(),
                    getEndpoint().getComponent().clock())) {
                return work.apply(cursor);
            }
        });
    }

    private void closeFeed() {
        if (feed != null) {
            feed.close();
            feed = null;
        }
    }

    @Override
    void release() {
        closeFeed();
        if (place != null) {
            getEndpoint().getComponent().cursors().release(place);
            place = null;
        }
    }
}
