package io.github.camelvtiger;

import java.util.List;
import java.util.Map;

/**
 * A module as docs/modules.md shows it and the tests use it.
 *
 * @param objects what Vtiger's overview and people call it, with its plurals
 * @param api its name at the API; null if it has none
 * @param operations the letters of what it allows: create, read, query, change (u), delete, changes (f)
 * @param record a new record; {@code @Module} is the id of a record of another module
 * @param changed the name of a field that is changed
 * @param traps what surprises people, for the page
 */
record ModuleExample(
        List<String> objects,
        String api,
        String operations,
        Map<String, Object> record,
        String changed,
        String value,
        String traps) {

    boolean allows(char operation) {
        return operations.indexOf(operation) >= 0;
    }

    @Override
    public String toString() {
        return api;
    }
}
