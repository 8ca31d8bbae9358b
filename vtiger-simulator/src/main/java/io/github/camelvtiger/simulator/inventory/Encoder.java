package io.github.camelvtiger.simulator.inventory;

/** Makes HTML of a text: the details of line items are answered encoded. */
@FunctionalInterface
public interface Encoder {

    String encode(String text);
}
