package io.github.camelvtiger.crm;

/**
 * A relation of a module, as {@code relatedtypes} gives it.
 *
 * @param label under which the server knows it, such as {@code Sales Order}
 * @param module API name of the module on the other side, such as {@code SalesOrder}
 */
public record Relation(String label, String module) {

    @Override
    public String toString() {
        return label.equals(module) ? label : label + " (" + module + ")";
    }
}
