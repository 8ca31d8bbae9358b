package io.github.camelvtiger.client;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/**
 * A record as a message body: its fields in the server's order. It is a type of its own, and not any Map, so that Camel's
 * type converters can turn it into JSON or a POJO without touching the Maps of other routes.
 */
public final class VtigerRecord extends AbstractMap<String, Object> implements Serializable {

    private final Map<String, Object> fields;

    /** @param fields mutable, and not copied: what is changed here is changed there */
    public VtigerRecord(Map<String, Object> fields) {
        this.fields = fields;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return fields.entrySet();
    }

    @Override
    public Object get(Object field) {
        return fields.get(field);
    }

    @Override
    public boolean containsKey(Object field) {
        return fields.containsKey(field);
    }

    @Override
    public Object put(String field, Object value) {
        return fields.put(field, value);
    }

    @Override
    public Object remove(Object field) {
        return fields.remove(field);
    }
}
