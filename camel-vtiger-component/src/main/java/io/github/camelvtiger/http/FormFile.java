package io.github.camelvtiger.http;

/**
 * A file as a parameter of a call: then the call is sent as multipart.
 *
 * @param name as the server keeps it
 */
public record FormFile(String name, HttpBody content) {}
