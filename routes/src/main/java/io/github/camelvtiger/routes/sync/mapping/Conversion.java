package io.github.camelvtiger.routes.sync.mapping;

/** Makes a value one that its target can hold. */
@FunctionalInterface
interface Conversion {

    /**
     * @param value not null
     * @param written whether the sync file says it, so that patterns of the source do not hold for it
     * @throws BadValueException if the target cannot hold it
     */
    Object convert(Object value, boolean written) throws BadValueException;
}
