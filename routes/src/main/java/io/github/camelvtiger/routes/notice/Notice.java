package io.github.camelvtiger.routes.notice;

/**
 * What a person is to know.
 *
 * @param cause what it is about; one cause is not said twice within an hour
 * @param subject one line
 */
public record Notice(String cause, String subject, String text) {}
