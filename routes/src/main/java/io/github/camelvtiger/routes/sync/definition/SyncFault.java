package io.github.camelvtiger.routes.sync.definition;

import java.nio.file.Path;

/**
 * What is wrong in a sync file, and where.
 *
 * @param line counted from 1
 * @param column counted from 1
 * @param sentence with the key, its value and what to write instead
 */
public record SyncFault(Path file, int line, int column, String sentence) {

    /** In the form that editors and terminals make a link of: {@code syncs/leads.yaml:3:5: There is no key ...}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + sentence;
    }
}
