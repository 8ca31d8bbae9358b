package io.github.camelvtiger.operation;

import static io.github.camelvtiger.operation.ActionParameter.ASSIGNED_TO;
import static io.github.camelvtiger.operation.ActionParameter.COLUMNS;
import static io.github.camelvtiger.operation.ActionParameter.CONTENT;
import static io.github.camelvtiger.operation.ActionParameter.CONTENT_TYPE;
import static io.github.camelvtiger.operation.ActionParameter.ENTITIES;
import static io.github.camelvtiger.operation.ActionParameter.ID;
import static io.github.camelvtiger.operation.ActionParameter.MATCH_FIELDS;
import static io.github.camelvtiger.operation.ActionParameter.MODULE;
import static io.github.camelvtiger.operation.ActionParameter.NAME;
import static io.github.camelvtiger.operation.ActionParameter.QUERY;
import static io.github.camelvtiger.operation.ActionParameter.RECORD;
import static io.github.camelvtiger.operation.ActionParameter.RELATED_ID;
import static io.github.camelvtiger.operation.ActionParameter.RELATED_MODULE;
import static io.github.camelvtiger.operation.ActionParameter.RELATION;
import static io.github.camelvtiger.operation.ActionParameter.SEARCH_IN;
import static io.github.camelvtiger.operation.ActionParameter.SINCE;
import static io.github.camelvtiger.operation.ActionParameter.TITLE;
import static io.github.camelvtiger.operation.ActionParameter.TRANSFER_TO;
import static io.github.camelvtiger.operation.ActionParameter.TYPE;
import static io.github.camelvtiger.operation.ActionParameter.VALUE;
import static io.github.camelvtiger.operation.ActionParameter.WHERE;

import io.github.camelvtiger.VtigerOperation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The actions that {@code run} executes by key, with what each of them needs to know. */
enum CrmAction {
    CREATE_RECORD(
            VtigerOperation.CREATE,
            "Create a record",
            "Creates a record of a module and returns it as the CRM stored it, with its id.",
            List.of(MODULE, RECORD),
            List.of(),
            """
            {"module": "Leads", "record": {"lastname": "Nowak", "company": "Acme"}}"""),
    RETRIEVE_RECORD(
            VtigerOperation.RETRIEVE,
            "Read a record",
            "Returns one record with all its fields, by its id.",
            List.of(ID),
            List.of(),
            """
            {"id": "12x34"}"""),
    UPDATE_RECORD(
            VtigerOperation.REVISE,
            "Change a record",
            "Changes the given fields of a record, such as its status or its owner, and leaves the others as they are.",
            List.of(ID, RECORD),
            List.of(),
            """
            {"id": "17x34", "record": {"ticketstatus": "Closed"}}"""),
    DELETE_RECORD(
            VtigerOperation.DELETE,
            "Delete a record",
            "Moves a record to the CRM's recycle bin.",
            List.of(ID),
            List.of(),
            """
            {"id": "12x34"}"""),
    QUERY_RECORDS(
            VtigerOperation.QUERY,
            "Find records",
            "Returns the records of one module for which conditions hold, by a statement in Vtiger's query language"
                    + " VTQL: SELECT fields FROM one module WHERE field operator 'value', without joins and parentheses.",
            List.of(QUERY),
            List.of(),
            """
            {"query": "SELECT lastname, email FROM Contacts WHERE mailingcity = 'Berlin' ORDER BY lastname"}"""),
    COUNT_RECORDS(
            VtigerOperation.COUNT,
            "Count records",
            "Returns how many records of one module there are for which conditions hold, by a statement in VTQL.",
            List.of(QUERY),
            List.of(),
            """
            {"query": "SELECT count(*) FROM Leads WHERE leadsource = 'Partner'"}"""),
    EXPORT_RECORDS(
            VtigerOperation.EXPORT,
            "Export a module",
            "Returns all records of a module, or those for which a condition holds, as a stream of any length.",
            List.of(MODULE),
            List.of(COLUMNS, WHERE),
            """
            {"module": "Contacts", "columns": ["lastname", "email"], "where": "mailingcity = 'Berlin'"}"""),
    UPSERT_RECORD(
            VtigerOperation.UPSERT,
            "Create or change a record",
            "Looks for a record by the values of its matchFields, changes it if it is there and creates it if not.",
            List.of(MODULE, MATCH_FIELDS, RECORD),
            List.of(),
            """
            {"module": "Contacts", "matchFields": ["email"], "record": {"email": "ada@example.com", "lastname": "Nowak"}}"""),
    FIND_BY_PHONE_OR_EMAIL(
            VtigerOperation.LOOKUP,
            "Find by phone number or e-mail address",
            "Returns the records that have a phone number or an e-mail address in any of their fields: Contacts, Leads and"
                    + " Accounts unless searchIn names other modules.",
            List.of(VALUE),
            List.of(TYPE, SEARCH_IN),
            """
            {"value": "ada@example.com"}"""),
    DESCRIBE_MODULE(
            VtigerOperation.DESCRIBE,
            "Describe a module",
            "Returns the fields of a module: names, labels, types, values of picklists, and which of them are mandatory.",
            List.of(MODULE),
            List.of(),
            """
            {"module": "Invoice"}"""),
    GET_JSON_SCHEMA(
            VtigerOperation.JSON_SCHEMA,
            "JSON Schema of a module",
            "Returns the JSON Schema of a module's records, for a validator or a form.",
            List.of(MODULE),
            List.of(),
            """
            {"module": "Quotes"}"""),
    LIST_MODULES(
            VtigerOperation.LIST_TYPES,
            "List the modules",
            "Returns the API names of the modules that the user may see.",
            List.of(),
            List.of(),
            "{}"),
    LIST_RELATIONS(
            VtigerOperation.RELATED_TYPES,
            "List the relations of a module",
            "Returns the labels of a module's relations, each with the module on its other side.",
            List.of(MODULE),
            List.of(),
            """
            {"module": "Accounts"}"""),
    LIST_RELATED_RECORDS(
            VtigerOperation.RETRIEVE_RELATED,
            "List related records",
            "Returns the records that a record is related to, such as the tickets of a contact; relatedModule or the label of"
                    + " the relation says which.",
            List.of(ID),
            List.of(RELATED_MODULE, RELATION),
            """
            {"id": "11x34", "relatedModule": "Contacts"}"""),
    QUERY_RELATED_RECORDS(
            VtigerOperation.QUERY_RELATED,
            "Find related records",
            "Returns those of the records that a record is related to for which conditions hold, by a statement in VTQL.",
            List.of(ID, QUERY),
            List.of(RELATION),
            """
            {"id": "11x34", "query": "SELECT lastname FROM Contacts WHERE lastname LIKE 'N%'"}"""),
    RELATE_RECORDS(
            VtigerOperation.ADD_RELATED,
            "Relate two records",
            "Relates a record to another one, such as a contact to a campaign.",
            List.of(ID, RELATED_ID),
            List.of(RELATION),
            """
            {"id": "1x34", "relatedId": "12x35"}"""),
    UNRELATE_RECORDS(
            VtigerOperation.DELETE_RELATED,
            "End the relation of two records",
            "Ends the relation of a record to another one; both records stay.",
            List.of(ID, RELATED_ID),
            List.of(),
            """
            {"id": "1x34", "relatedId": "12x35"}"""),
    CONVERT_LEAD(
            VtigerOperation.CONVERT_LEAD,
            "Convert a lead",
            "Makes an account, a contact and, if wanted, an opportunity of a lead, and returns their ids by module.",
            List.of(ID),
            List.of(ENTITIES, ASSIGNED_TO, TRANSFER_TO),
            """
            {"id": "10x34", "entities": {"Accounts": {"accountname": "Acme"}, "Contacts": {}}}"""),
    UPLOAD_DOCUMENT(
            VtigerOperation.UPLOAD,
            "Upload a document",
            "Stores a file as a document, and relates it to a record if relatedId names one.",
            List.of(NAME, CONTENT),
            List.of(TITLE, CONTENT_TYPE, RELATED_ID),
            """
            {"name": "offer.txt", "content": "T25lIGh1bmRyZWQgYm9sdHM=", "title": "Offer", "relatedId": "11x34"}"""),
    UPLOAD_IMAGE(
            VtigerOperation.UPLOAD,
            "Upload an image",
            "Adds an image to a contact or a product.",
            List.of(MODULE, ID, NAME, CONTENT),
            List.of(CONTENT_TYPE),
            """
            {"module": "Contacts", "id": "12x34", "name": "dot.gif", "content": "R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw=="}"""),
    DOWNLOAD_FILE(
            VtigerOperation.DOWNLOAD,
            "Download a file",
            "Returns the content of a document's file, or the newest image of a contact or a product, by the record's id.",
            List.of(ID),
            List.of(),
            """
            {"id": "15x34"}"""),
    LIST_CHANGES(
            VtigerOperation.SYNC,
            "List changes",
            "Returns which records of a module were changed or deleted since a moment, as the CRM's operation sync reports"
                    + " them.",
            List.of(MODULE, SINCE),
            List.of(),
            """
            {"module": "Contacts", "since": "2026-01-31T09:00:00Z"}"""),
    GET_CURRENT_USER(
            VtigerOperation.ME,
            "Show the current user",
            "Returns the record of the connection's own user.",
            List.of(),
            List.of(),
            "{}"),
    LIST_CONNECTIONS(
            VtigerOperation.CONNECTIONS,
            "List the connections",
            "Returns the connections of the application to CRMs, and whether each of them works.",
            List.of(),
            List.of(),
            "{}");

    private final VtigerOperation operation;
    private final String title;
    private final String description;
    private final List<ActionParameter> required;
    private final List<ActionParameter> optional;
    private final String example;

    CrmAction(
            VtigerOperation operation,
            String title,
            String description,
            List<ActionParameter> required,
            List<ActionParameter> optional,
            String example) {
        this.operation = operation;
        this.title = title;
        this.description = description;
        this.required = required;
        this.optional = optional;
        this.example = example;
    }

    static Optional<CrmAction> find(String key) {
        return Arrays.stream(values())
                .filter(action -> action.key().equals(key))
                .findFirst();
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    VtigerOperation operation() {
        return operation;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    List<ActionParameter> required() {
        return required;
    }

    List<ActionParameter> parameters() {
        return Stream.concat(required.stream(), optional.stream()).toList();
    }

    boolean takes(ActionParameter parameter) {
        return required.contains(parameter) || optional.contains(parameter);
    }

    /** An input, as JSON. */
    String example() {
        return example;
    }

    /**
     * Whether it only reads from the endpoint's own CRM. The list of connections calls all CRMs of the application, which an
     * input from another system should not do unless it is allowed to.
     */
    boolean reads() {
        return !operation.writes() && operation != VtigerOperation.CONNECTIONS;
    }
}
