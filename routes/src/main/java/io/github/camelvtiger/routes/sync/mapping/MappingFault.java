package io.github.camelvtiger.routes.sync.mapping;

import java.util.List;

/**
 * What is wrong in a mapping, whatever the row.
 *
 * @param path keys of the sync file that lead to the place
 * @param sentence with the remedy
 */
public record MappingFault(List<String> path, String sentence) {

    public MappingFault {
        path = List.copyOf(path);
    }
}
