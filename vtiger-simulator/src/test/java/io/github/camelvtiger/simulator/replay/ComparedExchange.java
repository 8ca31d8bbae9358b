package io.github.camelvtiger.simulator.replay;

/** An exchange by its name, and how the simulator's answer compares. */
record ComparedExchange(String name, Comparison comparison) {

    /** The area it belongs to: the first word of its name. */
    String prefix() {
        return name.startsWith("sync-compat") ? "sync-compat" : name.substring(0, name.indexOf('-'));
    }

    boolean agrees(Agreement step) {
        return comparison.agreement().compareTo(step) >= 0;
    }
}
