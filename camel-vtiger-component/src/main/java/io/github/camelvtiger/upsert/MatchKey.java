package io.github.camelvtiger.upsert;

import java.util.List;

/**
 * What makes a record the same for an upsert.
 *
 * @param values of the match fields, in their order, such that equal texts mean what the CRM takes for equal
 */
record MatchKey(List<String> values) {

    MatchKey {
        values = List.copyOf(values);
    }
}
