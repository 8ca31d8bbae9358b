package io.github.camelvtiger;

import org.apache.camel.spi.Metadata;

/** Names of the message headers and exchange properties. */
public final class VtigerConstants {

    @Metadata(
            label = "producer",
            javaType = "String",
            description =
                    "The operation to execute. Only the endpoint's own operation and those in allowedOperations are accepted.")
    public static final String OPERATION = "CamelVtigerOperation";

    @Metadata(
            label = "common",
            javaType = "String",
            description =
                    "API name of the module. From a consumer: the module of the record. To a producer: takes precedence over the module in the URI.")
    public static final String MODULE = "CamelVtigerModule";

    @Metadata(label = "common", javaType = "String", description = "Id of the record, such as 12x34.")
    public static final String RECORD_ID = "CamelVtigerRecordId";

    @Metadata(
            label = "producer",
            javaType = "String",
            description =
                    "VTQL statement for query, queryRelated and count; it takes precedence over the option query.")
    public static final String QUERY = "CamelVtigerQuery";

    @Metadata(
            label = "producer",
            javaType = "String",
            description =
                    "API name of the module on the other side of a relation. It names the relation where the record's module has only one to that module.")
    public static final String RELATED_MODULE = "CamelVtigerRelatedModule";

    @Metadata(
            label = "producer",
            javaType = "String",
            description =
                    "Id of the record that addRelated and deleteRelated relate to the one of CamelVtigerRecordId, or to which upload relates its document.")
    public static final String RELATED_ID = "CamelVtigerRelatedId";

    @Metadata(
            label = "producer",
            javaType = "String",
            description =
                    "Label of a relation, such as Sales Order, as relatedTypes gives it; case and spaces make no difference.")
    public static final String RELATION_LABEL = "CamelVtigerRelationLabel";

    @Metadata(
            label = "consumer",
            javaType = "String",
            description = "What happened to the record: created, updated or deleted.")
    public static final String EVENT = "CamelVtigerEvent";

    @Metadata(
            label = "consumer",
            javaType = "java.time.Instant",
            description =
                    "When the record was last modified, by the clock of the CRM, in whole seconds. Absent for a deleted record.")
    public static final String MODIFIED_TIME = "CamelVtigerModifiedTime";

    @Metadata(
            label = "consumer",
            javaType = "java.time.Instant",
            description =
                    "Of a deleted record, when the feed last found none deleted, by the clock of the CRM: the record was deleted later. Absent before the second look for deletions.")
    public static final String DELETED_AFTER = "CamelVtigerDeletedAfter";

    @Metadata(
            label = "consumer",
            javaType = "java.util.List<String>",
            description =
                    "With changedFields: the names of the fields that differ from the record's last delivery, without modifiedby. Absent for a record that was not known before.")
    public static final String CHANGED_FIELDS = "CamelVtigerChangedFields";

    @Metadata(
            label = "producer",
            javaType = "String",
            description =
                    "What a write did: created, updated, or unchanged (upsert found the record as desired and sent nothing).")
    public static final String OUTCOME = "CamelVtigerOutcome";

    @Metadata(label = "producer", javaType = "Long", description = "The number that count found.")
    public static final String COUNT = "CamelVtigerCount";

    @Metadata(
            label = "producer",
            javaType = "String",
            description =
                    "Key of the action that run executes. It may differ from the option action only if its operation is allowed.")
    public static final String ACTION = "CamelVtigerAction";

    @Metadata(label = "producer", javaType = "String", description = "What is to be done, in words, for actions.")
    public static final String INTENT = "CamelVtigerIntent";

    @Metadata(
            label = "producer",
            javaType = "java.util.List",
            description =
                    "Names of the fields that the CRM stored with other values than were sent. Absent if there are none.")
    public static final String ALTERED = "CamelVtigerAltered";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "Title of the document that upload creates. Without it the title is the name of the file.")
    public static final String TITLE = "CamelVtigerTitle";

    @Metadata(
            label = "producer",
            javaType = "java.util.Map<String, String>",
            description =
                    "HTTP headers that request sends. No other header of the message is sent; Authorization, Cookie, Host and those that frame the request are refused.")
    public static final String HTTP_HEADERS = "CamelVtigerHttpHeaders";

    /**
     * Exchange property: the module that a consumer of this component put into the header {@link #MODULE}. A header that
     * still has this value was not set by the route.
     */
    public static final String CONSUMER_MODULE = "CamelVtigerConsumerModule";

    /**
     * Exchange property: a {@link io.github.camelvtiger.client.WriteInterceptor}, which sees each write of create, update,
     * revise, upsert and delete before it is sent, and with its outcome. Operations that write without being seen are refused
     * while it is set.
     */
    public static final String WRITE_INTERCEPTOR = "CamelVtigerWriteInterceptor";

    private VtigerConstants() {}
}
