package io.github.camelvtiger;

/** Whose records the CRM's operation {@code sync} reports. Of the server's three types the one that reports all. */
public enum SyncType {
    APPLICATION
}
