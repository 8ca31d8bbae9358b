package io.github.camelvtiger.simulator.operation;

/**
 * A result in front of which PHP prints something, so that the reply is not JSON as a whole ({@code webservice.md §1}).
 *
 * @param before one line of text
 * @param result what becomes {@code result} in the envelope on the next line
 */
public record Printed(String before, Object result) {}
