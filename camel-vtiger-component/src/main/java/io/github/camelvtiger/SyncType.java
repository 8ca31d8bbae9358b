package io.github.camelvtiger;

/** Whose records the CRM's operation {@code sync} reports ({@code webservice.md §8}). */
public enum SyncType {
    /** All; for administrators only. */
    APPLICATION,
    /** The user's own. */
    USER,
    /** Those of the user and of the user's groups. */
    USERANDGROUP
}
