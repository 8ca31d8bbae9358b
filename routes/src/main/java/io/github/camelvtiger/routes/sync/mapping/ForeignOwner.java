package io.github.camelvtiger.routes.sync.mapping;

/**
 * A user or group of another CRM, who is found again by name.
 *
 * @param id in the CRM that is read
 */
public record ForeignOwner(String id) {}
