package io.github.camelvtiger;

import io.github.camelvtiger.changes.CursorStore;
import io.github.camelvtiger.client.SweepListener;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** The options of consumers; a part of {@link VtigerConfiguration}. */
@UriParams
public abstract class ConsumerOptions extends ProducerOptions {

    @UriParam(
            label = "consumer",
            defaultValue = "created,updated",
            description = "Which changes are delivered, separated by commas: created, updated, deleted.")
    private String events = "created,updated";

    @UriParam(
            label = "common",
            defaultValue = "now",
            description =
                    "Where a feed without a stored cursor begins, and since when the operation sync reports changes if the header CamelVtigerModifiedTime does not say so: now, beginning, or an instant such as 2026-01-31T00:00:00Z (inclusive).")
    private String startFrom = "now";

    @UriParam(
            label = "consumer",
            defaultValue = "100",
            description = "The maximum number of exchanges of a consumer that are in flight at the same time.")
    private int maxInFlight = 100;

    @UriParam(
            label = "consumer",
            defaultValue = "0",
            description = "The maximum number of exchanges that one poll produces. 0 means no limit.")
    private int maxMessagesPerPoll;

    @UriParam(
            label = "consumer,advanced",
            description = "Where the position of the feed is stored. By default, in files in cursorDirectory.")
    @Metadata(autowired = true)
    private CursorStore cursorRepository;

    @UriParam(
            label = "consumer",
            defaultValue = "vtiger-cursors",
            description = "Directory of the files that keep the position of each feed.")
    private String cursorDirectory = "vtiger-cursors";

    @UriParam(
            label = "consumer",
            description =
                    "Name under which the position is stored. By default it is composed of host, path, user name and module.")
    private String cursorKey;

    @UriParam(
            label = "consumer",
            defaultValue = "STOP",
            description =
                    "What to do if the route fails for a record: STOP ends the poll, and the next poll tries the record again. SKIP logs it and continues. PARK sets it aside with the cursor, continues with the others, and tries it again, with its newest state, after 1 minute, then 2, and so on up to an hour.")
    private OnFailure onFailure = OnFailure.STOP;

    @UriParam(
            label = "consumer",
            defaultValue = "3600000",
            javaType = "java.time.Duration",
            description =
                    "How often to look for deleted records, if events includes deleted. It costs one request if nothing was deleted.")
    private long deletedCheckPeriod = 3_600_000;

    @UriParam(
            label = "common,advanced",
            description =
                    "Whose records the operation sync reports: all, the user's own, or also those of the user's groups; the server's default is USER. In a feed, with APPLICATION each poll also asks the CRM's operation sync for deletions, so that they need not wait for deletedCheckPeriod. It needs an administrator and a server on which sync works (before PHP 8); its deletions are used only once it has reported a record of another owner.")
    private SyncType syncType;

    @UriParam(
            label = "consumer,advanced",
            defaultValue = "0.2",
            description =
                    "The feed stops if more than this share of the known records is missing at once, as after a restored backup. From 0 to 1; up to three deletions are always delivered.")
    private double maxDeletedShare = 0.2;

    @UriParam(
            label = "consumer",
            defaultValue = "0",
            javaType = "java.time.Duration",
            description =
                    "The period in which the whole module is read again, paced between the polls, to find changes without a new modifiedtime, such as stock and references to deleted records. 0 means never.")
    private long sweepPeriod;

    @UriParam(
            label = "consumer,advanced",
            description =
                    "A bean that gets each page of records that a sweep has read (sweepPeriod), after its changes have been delivered, to compare it with a copy at no further request.")
    private SweepListener sweepListener;

    @UriParam(
            label = "consumer",
            defaultValue = "false",
            description =
                    "Whether the header CamelVtigerChangedFields names the fields that differ from the record's last delivery.")
    private boolean changedFields;

    @UriParam(
            label = "consumer",
            defaultValue = "false",
            description =
                    "Whether to leave out states of records that the producers of this Camel context wrote, as any user of the same CRM. Changes that another client makes to these records are delivered.")
    private boolean ignoreOwnChanges;

    @UriParam(
            label = "consumer",
            description =
                    "A Camel endpoint, written as RAW(...) if it has options: each message from there causes the operation changes to look at once, 4 seconds later and after verifyDelay. Its body or its headers may name a record or a module, whose feeds alone look then. Messages never decide what is delivered.")
    private String hints;

    @UriParam(
            label = "consumer,security",
            description = "For the operation webhook: name of the HTTP header in which a call must bring the secret.")
    private String secretHeader;

    @UriParam(
            label = "consumer,security",
            secret = true,
            description = "For the operation webhook: what the header secretHeader of a call must hold.")
    private String secret;

    @UriParam(
            label = "consumer",
            defaultValue = "false",
            description =
                    "For the operation webhook: whether to read the record from the CRM instead of taking what the call brings.")
    private boolean fetchRecord;

    public String getEvents() {
        return events;
    }

    public void setEvents(String events) {
        this.events = events;
    }

    public String getStartFrom() {
        return startFrom;
    }

    public void setStartFrom(String startFrom) {
        this.startFrom = startFrom;
    }

    public int getMaxInFlight() {
        return maxInFlight;
    }

    public void setMaxInFlight(int maxInFlight) {
        this.maxInFlight = maxInFlight;
    }

    public int getMaxMessagesPerPoll() {
        return maxMessagesPerPoll;
    }

    public void setMaxMessagesPerPoll(int maxMessagesPerPoll) {
        this.maxMessagesPerPoll = maxMessagesPerPoll;
    }

    public CursorStore getCursorRepository() {
        return cursorRepository;
    }

    public void setCursorRepository(CursorStore cursorRepository) {
        this.cursorRepository = cursorRepository;
    }

    public String getCursorDirectory() {
        return cursorDirectory;
    }

    public void setCursorDirectory(String cursorDirectory) {
        this.cursorDirectory = cursorDirectory;
    }

    public String getCursorKey() {
        return cursorKey;
    }

    public void setCursorKey(String cursorKey) {
        this.cursorKey = cursorKey;
    }

    public OnFailure getOnFailure() {
        return onFailure;
    }

    public void setOnFailure(OnFailure onFailure) {
        this.onFailure = onFailure;
    }

    public long getDeletedCheckPeriod() {
        return deletedCheckPeriod;
    }

    public void setDeletedCheckPeriod(long deletedCheckPeriod) {
        this.deletedCheckPeriod = deletedCheckPeriod;
    }

    public SyncType getSyncType() {
        return syncType;
    }

    public void setSyncType(SyncType syncType) {
        this.syncType = syncType;
    }

    public double getMaxDeletedShare() {
        return maxDeletedShare;
    }

    public void setMaxDeletedShare(double maxDeletedShare) {
        this.maxDeletedShare = maxDeletedShare;
    }

    public long getSweepPeriod() {
        return sweepPeriod;
    }

    public void setSweepPeriod(long sweepPeriod) {
        this.sweepPeriod = sweepPeriod;
    }

    public SweepListener getSweepListener() {
        return sweepListener;
    }

    public void setSweepListener(SweepListener sweepListener) {
        this.sweepListener = sweepListener;
    }

    public boolean isChangedFields() {
        return changedFields;
    }

    public void setChangedFields(boolean changedFields) {
        this.changedFields = changedFields;
    }

    public String getSecretHeader() {
        return secretHeader;
    }

    public void setSecretHeader(String secretHeader) {
        this.secretHeader = secretHeader;
    }

    public String getSecret() {
        return secret;
    }

    public void setSecret(String secret) {
        this.secret = secret;
    }

    public boolean isFetchRecord() {
        return fetchRecord;
    }

    public void setFetchRecord(boolean fetchRecord) {
        this.fetchRecord = fetchRecord;
    }

    public String getHints() {
        return hints;
    }

    public void setHints(String hints) {
        this.hints = hints;
    }

    public boolean isIgnoreOwnChanges() {
        return ignoreOwnChanges;
    }

    public void setIgnoreOwnChanges(boolean ignoreOwnChanges) {
        this.ignoreOwnChanges = ignoreOwnChanges;
    }
}
