package io.github.camelvtiger.changes;

import java.util.Map;

/**
 * What a {@link KnownStorage} has to keep from now on.
 *
 * @param records by their numbers; a null value forgets the record
 * @param properties texts of up to some 10,000 characters by their names; a null value forgets the name
 */
public record KnownUpdate(Map<Long, byte[]> records, Map<String, String> properties) {}
