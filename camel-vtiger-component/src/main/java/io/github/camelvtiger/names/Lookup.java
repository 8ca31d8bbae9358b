package io.github.camelvtiger.names;

/**
 * The end of one lookup.
 *
 * @param id null where there is a fault
 * @param fault to be continued after "The value x of field y "; null where there is an id
 */
record Lookup(String id, String fault) {

    static Lookup found(String id) {
        return new Lookup(id, null);
    }

    static Lookup fault(String fault) {
        return new Lookup(null, fault);
    }
}
