package io.github.camelvtiger.operation;

import io.github.camelvtiger.crm.VtigerClient;
import java.util.function.Supplier;

/**
 * A connection of the application.
 *
 * @param name the bean's; that of the component for the connection that its options describe
 * @param url without credentials; null where none is set
 * @param username null where none is set
 * @param client throws an IllegalArgumentException if the options do not make a connection
 */
public record NamedConnection(String name, String url, String username, Supplier<VtigerClient> client) {}
