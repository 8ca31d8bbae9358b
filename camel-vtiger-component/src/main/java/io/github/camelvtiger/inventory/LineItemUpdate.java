package io.github.camelvtiger.inventory;

/** What the line items of a change mean to those that the record has. */
public enum LineItemUpdate {
    MERGE,
    REPLACE
}
