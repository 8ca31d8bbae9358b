package io.github.camelvtiger.client;

import java.time.Duration;

/**
 * How one call of a CRM ended, repetitions and waits included.
 *
 * @param crm the address of the CRM, without credentials
 * @param user the name of the connection's user
 * @param operation as the server names it, such as {@code retrieve}
 * @param failure the simple name of the exception; null after a success. It is what the server answered, before a denial is
 *     looked into: a record that does not exist is an {@code AccessDeniedException} here ({@code webservice.md §5})
 * @param time from the call to its answer
 */
public record EndedCall(String crm, String user, String operation, String failure, Duration time) {}
