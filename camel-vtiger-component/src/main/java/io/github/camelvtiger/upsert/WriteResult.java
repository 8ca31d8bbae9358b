package io.github.camelvtiger.upsert;

import java.util.List;
import java.util.Map;

/**
 * A record after its write.
 *
 * @param record the server's answer
 * @param altered the fields that the CRM keeps with other values than were sent
 */
public record WriteResult(Map<String, Object> record, List<String> altered) {}
