package io.github.camelvtiger.simulator.kind;

/** Which files of a request a module takes ({@code webservice.md §10}). */
public enum FileRule {
    NONE,

    /** One, which the record's fields describe. */
    DOCUMENT,

    /** Images of the record itself. */
    IMAGES,

    /** Attachments of a comment. */
    COMMENT,

    /** Every part of the form. */
    EVERY_PART
}
