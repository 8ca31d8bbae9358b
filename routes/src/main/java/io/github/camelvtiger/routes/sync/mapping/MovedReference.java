package io.github.camelvtiger.routes.sync.mapping;

import java.util.List;

/**
 * The record, user or group to which a record of another CRM refers that moves here: what it has become is known when the
 * record is written.
 *
 * @param id in the CRM that is read
 * @param modules those that the field may refer to
 */
public record MovedReference(String id, List<String> modules) {

    public MovedReference {
        modules = List.copyOf(modules);
    }
}
