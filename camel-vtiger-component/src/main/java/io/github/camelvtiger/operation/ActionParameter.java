package io.github.camelvtiger.operation;

import io.github.camelvtiger.VtigerConstants;
import org.apache.camel.Exchange;

/** What the input of an action may have, and where the operation behind the action looks for it. */
enum ActionParameter {
    MODULE("module", VtigerConstants.MODULE),
    ID("id", VtigerConstants.RECORD_ID),
    QUERY("query", VtigerConstants.QUERY),
    RELATED_ID("relatedId", VtigerConstants.RELATED_ID),
    RELATION("relation", VtigerConstants.RELATION_LABEL),
    RELATED_MODULE("relatedModule", VtigerConstants.RELATED_MODULE),
    SINCE("since", VtigerConstants.MODIFIED_TIME),
    NAME("name", Exchange.FILE_NAME),
    CONTENT_TYPE("contentType", Exchange.CONTENT_TYPE),
    TITLE("title", VtigerConstants.TITLE),
    /** The body. */
    RECORD("record", Place.BODY),
    /** The body, as bytes. */
    CONTENT("content", Place.BODY),
    VALUE("value", Place.PART_OF_BODY),
    TYPE("type", Place.PART_OF_BODY),
    SEARCH_IN("searchIn", Place.PART_OF_BODY),
    ENTITIES("entities", Place.PART_OF_BODY),
    ASSIGNED_TO("assignedTo", Place.PART_OF_BODY),
    TRANSFER_TO("transferRelatedRecordsTo", Place.PART_OF_BODY),
    MATCH_FIELDS("matchFields", Place.OPTION),
    COLUMNS("columns", Place.OPTION),
    WHERE("where", Place.OPTION);

    /** Where a parameter belongs. */
    enum Place {
        HEADER,
        BODY,
        PART_OF_BODY,
        /** In place of the endpoint's option of the same name. */
        OPTION
    }

    private final String jsonName;
    private final Place place;
    private final String header;

    ActionParameter(String jsonName, String header) {
        this(jsonName, Place.HEADER, header);
    }

    ActionParameter(String jsonName, Place place) {
        this(jsonName, place, null);
    }

    ActionParameter(String jsonName, Place place, String header) {
        this.jsonName = jsonName;
        this.place = place;
        this.header = header;
    }

    String jsonName() {
        return jsonName;
    }

    Place place() {
        return place;
    }

    /** Null for a parameter of another place. */
    String header() {
        return header;
    }
}
