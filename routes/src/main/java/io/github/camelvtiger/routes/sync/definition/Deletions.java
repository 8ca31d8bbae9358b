package io.github.camelvtiger.routes.sync.definition;

/** What is deleted in the target. */
public sealed interface Deletions {

    /** Nothing. */
    record None() implements Deletions {}

    /** What the source's feed reports as deleted. */
    record Events() implements Deletions {}

    /** The record of a row that says so. */
    record Marked(String column, String value) implements Deletions {}

    /**
     * What the source does not have: a file is the whole list.
     *
     * @param scope a VTQL condition; only records of the target that meet it are deleted
     */
    record Missing(String scope) implements Deletions {}
}
