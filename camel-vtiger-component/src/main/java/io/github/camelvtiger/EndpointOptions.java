package io.github.camelvtiger;

import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** All options of an endpoint but those of Camel's own consumers. */
@UriParams
@Configurer(extended = true)
public abstract class EndpointOptions extends ConsumerOptions {

    @UriParam(
            label = "common",
            description =
                    "A connection bean to use instead of the single connection options: eu, #eu or #bean:eu on an endpoint, #eu or #bean:eu on the component.")
    private VtigerConnection connection;

    @UriParam(
            label = "common",
            description =
                    "VTQL statement for the operations query, queryRelated and count, written as RAW(...). A :name is replaced by the value of the header of that name, safely quoted.")
    private String query;

    @UriParam(
            label = "common",
            description =
                    "Names of the fields to read, separated by commas; all by default. Used by export and by the consumers.")
    private String columns;

    @UriParam(
            label = "common",
            description =
                    "VTQL condition without the word WHERE, written as RAW(...), that restricts export, count and the consumers.")
    private String where;

    @UriParam(
            label = "common,advanced",
            defaultValue = "120000",
            javaType = "java.time.Duration",
            description =
                    "How long a save in the CRM may take. The last pass of the feed trails the clock of the CRM by this much: a save that takes longer from its time stamp to its last field is delivered half saved. With ambiguousWrites=verify it is also how long a write without an answer is looked for.")
    private long verifyDelay = 120_000;

    @UriParam(
            label = "common",
            defaultValue = "false",
            description =
                    "Whether query, export and the consumers return records of Invoice, Quotes, SalesOrder and PurchaseOrder with their items in the field LineItems, as retrieve always does. In a feed a change of an item is then a change of the record. It costs one request for each hundred items.")
    private boolean lineItems;

    @UriParam(
            label = "common",
            defaultValue = "false",
            description =
                    "Whether the values of records get the Java types that describe reports instead of being texts as the CRM has them: BigDecimal, Boolean, LocalDate, Instant, LocalTime, List for several choices, and RecordId for ids, owners and references. Empty values and values that cannot be read become null.")
    private boolean typedValues;

    public VtigerConnection getConnection() {
        return connection;
    }

    public void setConnection(VtigerConnection connection) {
        this.connection = connection;
    }

    public String getQuery() {
        return query;
    }

    public void setQuery(String query) {
        this.query = query;
    }

    public String getColumns() {
        return columns;
    }

    public void setColumns(String columns) {
        this.columns = columns;
    }

    public String getWhere() {
        return where;
    }

    public void setWhere(String where) {
        this.where = where;
    }

    public long getVerifyDelay() {
        return verifyDelay;
    }

    public void setVerifyDelay(long verifyDelay) {
        this.verifyDelay = verifyDelay;
    }

    public boolean isLineItems() {
        return lineItems;
    }

    public void setLineItems(boolean lineItems) {
        this.lineItems = lineItems;
    }

    public boolean isTypedValues() {
        return typedValues;
    }

    public void setTypedValues(boolean typedValues) {
        this.typedValues = typedValues;
    }
}
