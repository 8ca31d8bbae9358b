package io.github.camelvtiger.routes.sync.mapping;

import java.util.List;

/**
 * The record to which one of another CRM refers; its id there means nothing here, so it is found by a natural key, which is
 * looked up there when the record is written.
 *
 * @param id in the CRM that is read
 * @param modules those that the field may refer to
 * @param field of those modules, in both CRMs, by which the record is found again
 * @param create whether a record with that value is created if there is none
 */
public record ForeignReference(String id, List<String> modules, String field, boolean create) {

    public ForeignReference {
        modules = List.copyOf(modules);
    }
}
