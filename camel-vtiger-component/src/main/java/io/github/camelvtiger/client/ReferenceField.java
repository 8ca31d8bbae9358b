package io.github.camelvtiger.client;

import java.io.Serializable;

/**
 * A field of a module that holds the ids of other records.
 *
 * @param module the API name of the module that has the field
 */
public record ReferenceField(String module, String field) implements Serializable {}
