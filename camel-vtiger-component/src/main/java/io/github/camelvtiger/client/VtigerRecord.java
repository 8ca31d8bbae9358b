package io.github.camelvtiger.client;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A record as a message body: its fields in the server's order. It is a type of its own, and not any Map, so that Camel's
 * type converters can turn it into JSON or a POJO without touching the Maps of other routes.
 */
public final class VtigerRecord extends LinkedHashMap<String, Object> {

    public VtigerRecord(Map<String, ?> fields) {
        super(fields);
    }
}
