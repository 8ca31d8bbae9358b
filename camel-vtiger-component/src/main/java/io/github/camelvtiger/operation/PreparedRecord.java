package io.github.camelvtiger.operation;

import io.github.camelvtiger.client.ModuleDescription;
import java.util.Map;
import java.util.Optional;

/**
 * A record ready to be sent.
 *
 * @param element its fields in the server's forms
 * @param module empty where the CRM does not describe it to the user
 */
record PreparedRecord(Map<String, Object> element, Optional<ModuleDescription> module) {}
