package io.github.camelvtiger.operation;

import java.util.List;
import java.util.Map;

/**
 * A record after its write.
 *
 * @param record the server's answer
 * @param altered the fields that the CRM keeps with other values than were sent
 */
record Written(Map<String, Object> record, List<String> altered) {}
