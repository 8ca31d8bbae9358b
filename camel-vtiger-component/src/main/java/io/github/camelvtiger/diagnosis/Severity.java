package io.github.camelvtiger.diagnosis;

/** How much a finding matters. */
public enum Severity {
    /** Nothing works before this is corrected. */
    FAULT,
    /** Something is wrong or slow until this is corrected. */
    WARNING,
    /** Something that this connection cannot do, or must know. */
    NOTE
}
