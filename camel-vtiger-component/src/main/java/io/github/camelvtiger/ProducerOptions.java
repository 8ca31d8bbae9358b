package io.github.camelvtiger;

import io.github.camelvtiger.inventory.LineItemUpdate;
import io.github.camelvtiger.upsert.OnMultiple;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** The options of producers; a part of {@link VtigerConfiguration}. */
@UriParams
public abstract class ProducerOptions extends VtigerConnection {

    @UriParam(label = "producer", description = "Key of the action that run executes, such as create-record.")
    private String action;

    @UriParam(
            label = "producer",
            description = "What is to be done, in words; the operation actions ranks its result by it.")
    private String intent;

    @UriParam(
            label = "common",
            description =
                    "For the operation request: an operation of the CRM with a leading slash, such as /describe, or a path of the REST API of Vtiger Cloud, such as /files/{id}. A {name} is replaced by the value of that name in the Map body, or else by the header of that name. For the operation webhook: the path under which calls are taken.")
    private String path;

    @UriParam(
            label = "producer",
            enums = "GET,POST,PUT,PATCH,DELETE",
            description =
                    "HTTP method of the operation request: GET or POST for webservice.php, any for the REST API of Vtiger Cloud. By default, GET without a body and POST with one.")
    private String method;

    @UriParam(
            label = "producer",
            description =
                    "Operations, separated by commas, that the headers CamelVtigerOperation and CamelVtigerAction may choose besides the endpoint's own.")
    private String allowedOperations;

    @UriParam(
            label = "producer",
            defaultValue = "EXCEPTION",
            description =
                    "What retrieve does if there is no such record: throw a RecordNotFoundException, or set a null body.")
    private NotFoundBehaviour notFoundBehaviour = NotFoundBehaviour.EXCEPTION;

    @UriParam(
            label = "producer",
            defaultValue = "false",
            description =
                    "Whether a text body is sent unchanged as the record's JSON, and the server's whole answer is returned as a stream.")
    private boolean rawPayload;

    @UriParam(
            label = "producer",
            defaultValue = "false",
            description =
                    "Whether a batch stops at the first record that fails. The result then ends with that record; the rest is not sent.")
    private boolean stopOnError;

    @UriParam(
            label = "producer",
            defaultValue = "false",
            description =
                    "Whether a batch with failed records fails the exchange, with a BatchFailedException after all records were tried. The body stays unchanged, and a redelivery of the exchange sends only the records that failed; a body that can be read only once is not sent again.")
    private boolean failOnError;

    @UriParam(
            label = "producer",
            defaultValue = "1000",
            description =
                    "For how many records of a batch the result keeps the CRM's answers; it has the id and the outcome of all. -1 keeps all answers.")
    private int keepRecords = 1000;

    @UriParam(
            label = "producer",
            description =
                    "Fields, separated by commas, whose values identify the record that upsert writes. A row without a value in one of them fails.")
    private String matchFields;

    @UriParam(
            label = "producer",
            defaultValue = "FAIL",
            description =
                    "What upsert does if several records match: FAIL the row and name the records, write the FIRST one (with the lowest id), or write ALL.")
    private OnMultiple onMultiple = OnMultiple.FAIL;

    @UriParam(
            label = "producer",
            defaultValue = "1",
            description =
                    "How many sessions one call may use at the same time, at most maxSessions: for the records of a batch, where writes of the same record keep their order, and for export, whose records then come in no order.")
    private int parallelism = 1;

    @UriParam(
            label = "producer",
            defaultValue = "FAIL",
            description =
                    "What to do if the answer to a write does not arrive, so that the write may have happened: FAIL throws an AmbiguousWriteException. VERIFY looks for the write for up to verifyDelay and continues as if the answer had arrived, or reports that the write did not happen; for this purpose create writes a mark into the field source of the record, instead of WEBSERVICE, unless source is sent.")
    private AmbiguousWrites ambiguousWrites = AmbiguousWrites.FAIL;

    @UriParam(
            label = "producer",
            defaultValue = "MERGE",
            description =
                    "What the LineItems of an update or revise of Invoice, Quotes, SalesOrder or PurchaseOrder mean: with MERGE, items with the same id, or else of the same product, are merged into those of the record, new ones are added, the others stay, and one with deleted=true is removed. With REPLACE they replace all items of the record.")
    private LineItemUpdate lineItemUpdate = LineItemUpdate.MERGE;

    @UriParam(
            label = "producer",
            defaultValue = "WARN",
            description =
                    "What to do if the CRM stores other values than were sent (truncated, rounded, characters it cannot hold): WARN logs the names of the fields, FAIL throws an AlteredRecordException although the record is written, IGNORE does neither. The header CamelVtigerAltered names the fields in any case.")
    private OnAltered onAltered = OnAltered.WARN;

    @UriParam(
            label = "producer",
            description =
                    "Whether records are checked against describe before they are sent: mandatory fields, types, lengths, values of picklists, modules of references, read-only and unknown fields; all errors are reported at once. By default true for run and false for all other operations.")
    private Boolean validate;

    @UriParam(
            label = "producer",
            defaultValue = "false",
            description =
                    "Whether owners may be given as a user name, full name, e-mail or group, and references as the e-mail or label of a record, instead of ids.")
    private boolean resolveNames;

    public String getAction() {
        return action;
    }

    public void setAction(String action) {
        this.action = action;
    }

    public String getIntent() {
        return intent;
    }

    public void setIntent(String intent) {
        this.intent = intent;
    }

    public String getPath() {
        return path;
    }

    public void setPath(String path) {
        this.path = path;
    }

    public String getMethod() {
        return method;
    }

    public void setMethod(String method) {
        this.method = method;
    }

    public String getAllowedOperations() {
        return allowedOperations;
    }

    public void setAllowedOperations(String allowedOperations) {
        this.allowedOperations = allowedOperations;
    }

    public NotFoundBehaviour getNotFoundBehaviour() {
        return notFoundBehaviour;
    }

    public void setNotFoundBehaviour(NotFoundBehaviour notFoundBehaviour) {
        this.notFoundBehaviour = notFoundBehaviour;
    }

    public boolean isRawPayload() {
        return rawPayload;
    }

    public void setRawPayload(boolean rawPayload) {
        this.rawPayload = rawPayload;
    }

    public String getMatchFields() {
        return matchFields;
    }

    public void setMatchFields(String matchFields) {
        this.matchFields = matchFields;
    }

    public OnMultiple getOnMultiple() {
        return onMultiple;
    }

    public void setOnMultiple(OnMultiple onMultiple) {
        this.onMultiple = onMultiple;
    }

    public int getParallelism() {
        return parallelism;
    }

    public void setParallelism(int parallelism) {
        this.parallelism = parallelism;
    }

    public boolean isStopOnError() {
        return stopOnError;
    }

    public void setStopOnError(boolean stopOnError) {
        this.stopOnError = stopOnError;
    }

    public boolean isFailOnError() {
        return failOnError;
    }

    public void setFailOnError(boolean failOnError) {
        this.failOnError = failOnError;
    }

    public int getKeepRecords() {
        return keepRecords;
    }

    public void setKeepRecords(int keepRecords) {
        this.keepRecords = keepRecords;
    }

    public LineItemUpdate getLineItemUpdate() {
        return lineItemUpdate;
    }

    public void setLineItemUpdate(LineItemUpdate lineItemUpdate) {
        this.lineItemUpdate = lineItemUpdate;
    }

    public AmbiguousWrites getAmbiguousWrites() {
        return ambiguousWrites;
    }

    public void setAmbiguousWrites(AmbiguousWrites ambiguousWrites) {
        this.ambiguousWrites = ambiguousWrites;
    }

    public OnAltered getOnAltered() {
        return onAltered;
    }

    public void setOnAltered(OnAltered onAltered) {
        this.onAltered = onAltered;
    }

    public Boolean getValidate() {
        return validate;
    }

    public void setValidate(Boolean validate) {
        this.validate = validate;
    }

    public boolean isResolveNames() {
        return resolveNames;
    }

    public void setResolveNames(boolean resolveNames) {
        this.resolveNames = resolveNames;
    }
}
