package io.github.camelvtiger.routes.sync.mapping;

import java.util.List;

/**
 * A reference by a natural key, whose id is looked up when the record is written.
 *
 * @param modules those that the field may refer to
 * @param field of those modules by which the record is found
 * @param value of that field
 * @param create whether a record with that value is created if there is none
 */
public record ReferenceByKey(List<String> modules, String field, String value, boolean create) {

    public ReferenceByKey {
        modules = List.copyOf(modules);
    }
}
