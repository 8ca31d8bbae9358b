package io.github.camelvtiger;

/** Whose records the CRM's operation {@code sync} tells. Of the server's three types the one that tells all. */
public enum SyncType {
    APPLICATION
}
