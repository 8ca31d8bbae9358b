package io.github.camelvtiger.upsert;

/** What an upsert does where several records of the CRM have the key. */
public enum OnMultiple {
    /** The row fails and names them. */
    FAIL,
    /** The one with the lowest id is written, which is the oldest. */
    FIRST,
    /** Each of them is written. */
    ALL
}
